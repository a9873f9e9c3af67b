"""Writes the logs beside it: made-up questions in the forms of HELM, Inspect (.json), lm-evaluation-harness (generated
answers) and simple-evals (the report and its metrics).

Usage: python3 make.py, in its folder. The forms follow what the programs' own documentation and logs name:
HELM 0.5 (scenario_state.json), Inspect 0.3.108 and 0.3.41, lm-evaluation-harness 0.4.9.2, simple-evals 3e2cff9e.
Questions, answers, names and figures are ours.
"""
import base64
import hashlib
import html
import json
import pathlib
import struct
import zlib

HERE = pathlib.Path(__file__).parent


def write(name, text):
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def document(name, value):
    write(name, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


# HELM: joint multiple choice, and open answers with several right ones
QUESTIONS = [
    ("Which organ makes insulin?", ["the liver", "the pancreas", "the spleen", "the thyroid"], 1),
    ("Which vitamin does the skin make in sunlight?", ["vitamin A", "vitamin C", "vitamin K", "vitamin D"], 3),
    ("What carries oxygen in the blood?", ["platelets", "lymph", "haemoglobin", "albumin"], 2),
]


def helm_request(model, prompt, most, stop):
    return {
        "model_deployment": "huggingface/" + model, "model": "example/" + model, "embedding": False, "prompt": prompt,
        "temperature": 0.0, "num_completions": 1, "top_k_per_token": 5, "max_tokens": most, "stop_sequences": stop,
        "echo_prompt": False, "top_p": 1, "presence_penalty": 0, "frequency_penalty": 0,
    }


def helm_state(number, question, references, mapping, request, reply):
    state = {
        "instance": {
            "input": {"text": question},
            "references": [{"output": {"text": text}, "tags": ["correct"] if right else []} for text, right in references],
            "split": "test", "id": f"id{number}",
        },
        "train_trial_index": 0,
    }
    if mapping:
        state["output_mapping"] = mapping
    return state | {
        "request": request,
        "result": {
            "success": True, "embedding": [],
            "completions": [{"text": reply, "logprob": -0.5, "tokens": [{"text": reply, "logprob": -0.5}]}],
            "cached": False, "request_time": 0.25, "request_datetime": 1760000000,
        },
        "num_train_instances": 0, "prompt_truncated": False, "num_conditioning_tokens": 0,
    }


def helm(name, method, states, stop):
    document(name, {
        "adapter_spec": {
            "method": method, "instructions": "", "input_prefix": "Question: ", "output_prefix": "Answer: ",
            "max_train_instances": 0, "max_eval_instances": len(states), "num_outputs": 5,
            "model_deployment": "huggingface/tiny", "model": "example/tiny", "temperature": 0.0, "stop_sequences": stop,
        },
        "request_states": states,
    })


choices = []
for number, (question, options, right) in enumerate(QUESTIONS):
    mapping = dict(zip("ABCD", options))
    prompt = f"Question: {question}\n" + "".join(f"{key}. {text}\n" for key, text in mapping.items()) + "Answer:"
    references = [(text, i == right) for i, text in enumerate(options)]
    choices.append(helm_state(number, question, references, mapping, helm_request("tiny", prompt, 1, []), " D"))
helm("helm-choice/scenario_state.json", "multiple_choice_joint", choices, ["\n"])
told = "Passage: Ada broke her wrist on the ice. What did Ada break?"
helm("helm-open/scenario_state.json", "generation", [
    helm_state(7, told, [("Her wrist", True), ("a wrist", True)], None,
               helm_request("tiny", told + "\nAnswer:", 100, ["\n"]), " Her wrist."),
    helm_state(8, "Passage: Bo has asthma. What does Bo have?", [("Asthma", True)], None,
               helm_request("tiny", "Passage: Bo has asthma. What does Bo have?\nAnswer:", 100, ["\n"]), " Olives."),
], ["\n"])


# Inspect: choices whose replies stand in the first choice, and a picture kept as attachment
def inspect(name, task, model, samples, ids, program, scorer):
    document(name, {
        "version": 2, "status": "success",
        "eval": {
            "run_id": "run", "created": "2025-07-03T16:44:30+02:00", "task": task, "task_id": "task", "task_version": 0,
            "task_attribs": {}, "task_args": {},
            "dataset": {"name": task, "location": task, "samples": len(samples), "sample_ids": ids, "shuffled": False},
            "model": model, "model_args": {}, "config": {"epochs": 1, "log_images": True},
            "packages": {"inspect_ai": program},
        },
        "plan": {"name": "plan", "steps": [], "config": {}},
        "results": {"total_samples": len(samples), "completed_samples": len(samples), "scores": []},
        "stats": {"model_usage": {}},
        "samples": samples,
        "reductions": [{"scorer": scorer, "samples": []}],
    })


def usage(prompt, completion):
    return {"input_tokens": prompt, "output_tokens": completion, "total_tokens": prompt + completion}


def said(model, text, used):
    return {
        "model": model,
        "choices": [{"message": {"content": text, "source": "generate", "role": "assistant"}, "stop_reason": "stop"}],
        "usage": used,
    }


yes_no = []
for identity, question, target, value in (("101", "Does smoking harm the lung?", "A", "C"), ("102", "Do antibiotics cure a cold?", "B", "I")):
    asked = f"Answer by a letter.\n\n{question}\n\nA) yes\nB) no\nC) maybe"
    yes_no.append({
        "id": identity, "epoch": 1, "input": question, "choices": ["yes", "no", "maybe"], "target": target,
        "messages": [{"content": asked, "source": "input", "role": "user"},
                     {"content": "ANSWER: A", "source": "generate", "role": "assistant"}],
        "output": said("tiny-2025", "ANSWER: A", usage(60, 4)),
        "scores": {"choice": {"value": value, "answer": "A", "explanation": "ANSWER: A"}},
        "metadata": {}, "store": {}, "events": [], "model_usage": {"example/tiny": usage(60, 4)}, "uuid": identity,
        "error_retries": [], "attachments": {},
    })
inspect("inspect-choices.json", "example/yes_no", "example/tiny", yes_no, ["101", "102"], "0.3.108", "choice")


def png(side):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(side)) for y in range(side))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


picture = "data:image/png;base64," + base64.b64encode(png(8)).decode()
key = hashlib.md5(picture.encode()).hexdigest()
question = [{"content": [{"type": "text", "text": "What does the picture show?"},
                         {"type": "image", "image": "attachment://" + key, "detail": "auto"}],
             "source": "input", "role": "user"}]
inspect("inspect-picture.json", "pictures", "example/tiny-vision", [{
    "id": 1, "epoch": 1, "input": question, "target": ["shades", "a ramp"],
    "messages": question + [{"content": "[Shades]", "source": "generate", "role": "assistant"}],
    "output": said("tiny-vision", "[Shades]", usage(320, 3)),
    "scores": {"match": {"value": "C", "answer": "[Shades]"}},
    "metadata": {}, "store": {}, "events": [], "model_usage": {}, "attachments": {key: picture},
}], [1], "0.3.41", "match")


# lm-evaluation-harness: generated answers, and the results that name the model
lines = []
for number, (problem, answer, reply, score) in enumerate((
        ("How many grams are 3 tablets of 500 mg?", "1.5", " 3 times 500 mg are 1500 mg, that is 1.5 g.", 1.0),
        ("A pulse of 20 beats in 15 s: how many a minute?", "80", " 20 + 15 = 35.", 0.0))):
    prompt = f"Problem: {problem}\n\nSolution:"
    lines.append(json.dumps({
        "doc_id": number, "doc": {"idx": number, "problem": problem, "answer": answer, "level": "Level 1"}, "target": answer,
        "arguments": {"gen_args_0": {"arg_0": prompt, "arg_1": {
            "until": ["Problem:", "\n\n"], "do_sample": False, "temperature": 0.0, "max_gen_toks": 512}}},
        "resps": [[reply]], "filtered_resps": [reply], "filter": "none", "metrics": ["exact_match"],
        "doc_hash": "", "prompt_hash": hashlib.sha256(prompt.encode()).hexdigest(),
        "target_hash": hashlib.sha256(answer.encode()).hexdigest(), "exact_match": score}) + "\n")
write("samples_doses_2026-01-21T03-44-18.458309.jsonl", "".join(lines))
document("results_2026-01-21T03-44-18.458309.json", {
    "results": {"doses": {"alias": "doses", "exact_match,none": 0.5}}, "configs": {"doses": {"task": "doses"}},
    "config": {"model": "hf", "model_args": "pretrained=example/tiny-math"}, "lm_eval_version": "0.4.9.2",
    "model_source": "hf", "model_name": "example/tiny-math", "model_name_sanitized": "example__tiny-math"})


# simple-evals: the report of a sitting, and the metrics beside it
def message(role, text):
    return f"""
<div class="message {role}">
    <div class="role">
    {role}
    </div>
    <div class="content">
    <pre>{html.escape(text)}</pre>
    </div>
</div>
"""


def report(name, score, examples):
    shown = "".join(
        "\n<h3>Prompt conversation</h3>\n" + message("user", asked) + "\n<h3>Sampled message</h3>\n" + message("assistant", reply)
        + f"<h3>Results</h3>\n<p>Correct Answer: {right}</p>\n<p>Extracted Answer: {taken}</p>\n<p>Score: {value}</p>\n<hr>\n"
        for asked, reply, right, taken, value in examples)
    write(name, f"""<!DOCTYPE html>
<html>
    <head><style>pre {{ white-space: pre-wrap; }}</style></head>
    <body>
    <h1>Metrics</h1>
    <table><tr><th>Metric</th><th>Value</th></tr><tr><td><b>Score</b></td><td>{score}</td></tr></table>
    <h1>Examples</h1>
{shown}
    </body>
</html>
""")


report("mmlu_tiny.html", 0.0, [(
    "Answer the following multiple choice question. The last line of your response should be of the following format:"
    " 'Answer: $LETTER' (without quotes) where LETTER is one of ABCD. Think step by step before answering.\n\n"
    "What does an ECG record?\n\nA) The heart's currents\nB) The blood's flow\nC) The lung's volume\nD) The brain's waves",
    "It could be A, or it couldn't.\n\nI don't know.", "A", None, 0.0)])
document("mmlu_tiny.json", {"other": 0.0, "other:std": 0.0, "score:std": 0.0, "score": 0.0})
report("mgsm_tiny.html", 2 / 3, [
    ("Solve this: 3 tablets of 6 mg, how many mg?", "3 times 6 is 18.\n\nAnswer: 18", "18", "18", 1.0),
    ("Löse das: 3 Tabletten zu 6 mg, wie viele mg?", "3 mal 6 ist 18.\n\nAntwort: 18", "18", "18", 1.0),
    ("3 টি ট্যাবলেট, প্রতিটি 6 mg, মোট কত mg?", "উত্তর: ৯", "18", "৯", 0.0)])
