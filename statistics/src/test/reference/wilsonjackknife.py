# Every unit left out in turn, SciPy's quantiles, and the matrix of correlations written out.
import platform

import numpy as np
import scipy
from scipy.stats import t as T
def interval(units, kind, level):
    # units: list of lists of (truth, said) ; said '-' not read
    labels=sorted({a for u in units for a,_ in u}|{b for u in units for _,b in u if b!='-'})
    def parts(us):
        rows=[x for u in us for x in u]; out={}
        if kind=='kappa' or kind=='mcc':
            n=len(rows); po=sum(a==b for a,b in rows)/n
            pe=sum((sum(a==l for a,_ in rows)/n)*(sum(b==l for _,b in rows)/n) for l in labels)
            if pe==1: return None
            return {'':((po-pe)/(1-pe),0)}
        for l in labels:
            tp=sum(a==l and b==l for a,b in rows); e=sum(a==l for a,_ in rows); o=sum(b==l for _,b in rows)
            if kind=='balanced' and e: out[l]=(tp/e,e)
            if kind=='f1' and e+o: out[l]=(2*tp/(e+o),(e+o)/2)
        return out
    lo0,hi0=(-1.,1.) if kind=='kappa' else (0.,1.)
    whole=parts(units); names=sorted(whole); k=len(names); G=len(units)
    d=np.array([whole[x][0] for x in names])
    W=np.zeros((G,k)); S=np.zeros((G,k))
    for g in range(G):
        rest=parts(units[:g]+units[g+1:])
        for j,x in enumerate(names):
            if x in rest: W[g,j]=rest[x][0]; S[g,j]=whole[x][1]-rest[x][1]
            else: W[g,j]=whole[x][0]; S[g,j]=whole[x][1]
    size=np.array([len(u) for u in units],float)
    if kind=='kappa': S=size[:,None].copy()
    df=G-1 if (size==size[0]).all() else max(1,(size**2).sum()**2/(size**4).sum()-1)
    q=T.ppf(.5+level/2,df)
    C=(G-1)/G*(W-W.mean(0)).T@(W-W.mean(0)); sd=np.sqrt(np.diag(C)); sd[sd<1e-12]=0
    l=np.zeros(k); h=np.zeros(k)
    for j in range(k):
        u=(d[j]-lo0)/(hi0-lo0)
        if sd[j]==0 and 0<u<1: l[j],h[j]=lo0,hi0; continue
        N=u*(1-u)*(hi0-lo0)**2/sd[j]**2 if sd[j]>0 else S[:,j].sum()**2/(S[:,j]**2).sum()
        c=(u+q*q/2/N)/(1+q*q/N); hw=q*np.sqrt(u*(1-u)/N+q*q/4/N/N)/(1+q*q/N)
        l[j]=lo0+(hi0-lo0)*max(0,c-hw); h[j]=lo0+(hi0-lo0)*min(1,c+hw)
    R=np.eye(k)
    for i in range(k):
        for j in range(k):
            if i==j: continue
            if sd[i]>0 and sd[j]>0: R[i,j]=C[i,j]/sd[i]/sd[j]
            elif sd[i]==0 and sd[j]==0:
                m=np.sqrt((S[:,i]**2).sum()*(S[:,j]**2).sum()); R[i,j]=(S[:,i]*S[:,j]).sum()/m if m>0 else 0
    dn=d-l; up=h-d
    e=d.mean(); L=np.sqrt(dn@R@dn)/k; U=np.sqrt(up@R@up)/k
    return e,max(lo0,e-L),min(hi0,e+U)
rng=np.random.default_rng(17)
def enc(units): return ' '.join(','.join(a+b for a,b in u) for u in units)
cases=[]
def rnd(G,sizes,labels,acc,unread):
    us=[]
    for g in range(G):
        u=[]
        for _ in range(sizes[g%len(sizes)]):
            a=str(rng.choice(labels)); r=rng.random()
            b='-' if r<unread else (a if rng.random()<acc else str(rng.choice(labels)))
            u.append((a,b))
        us.append(u)
    return us
cases.append(('independent',rnd(40,[1],['A','B'],.6,.05)))
cases.append(('three-classes',rnd(30,[1],['A','B','C'],.5,.1)))
cases.append(('clusters',rnd(12,[5],['A','B','C'],.6,.05)))
cases.append(('uneven-clusters',rnd(12,[1,5,10],['A','B'],.6,.05)))
cases.append(('all-right',[[('A','A')]]*7+[[('B','B')]]*3))
cases.append(('rare-class-right',[[('A','A')]]*15+[[('A','B')]]*3+[[('B','B')]]*4))
cases.append(('class-in-one-unit',[[('A','A')]]*6+[[('A','B')]]*2+[[('B','B'),('B','A')]]))
cases.append(('two-units',[[('A','A'),('B','A')],[('B','B'),('A','A')]]))
cases.append(('none-right',[[('A','B')]]*5+[[('B','A')]]*4))
print("# what: wilson-jackknife of macro-F1, balanced accuracy and kappa; units hold labels asked and read, - not read")
print("# software: Python, NumPy, SciPy")
print("# version: Python %s, NumPy %s, SciPy %s" % (platform.python_version(), np.__version__, scipy.__version__))
print("# command: python3 statistics/src/test/reference/wilsonjackknife.py")
print('\t'.join(['case','metric','level','units','estimate','lower','upper']))
for name,us in cases:
    for kind in ('f1','balanced','kappa'):
        for level in (.95,) if name!='clusters' else (.95,.8):
            e,l,h=interval(us,kind,level)
            print('\t'.join([name,kind,str(level),enc(us),repr(float(e)),repr(float(l)),repr(float(h))]))
