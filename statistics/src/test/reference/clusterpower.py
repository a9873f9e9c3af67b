"""How often a permutation of G clusters notices a difference of so many true standard errors.

Usage: python3 statistics/src/test/reference/clusterpower.py
For each G: with 1.96 + 0.84 standard errors, of clusters with normal means, then of right and wrong answers in
clusters of 10; then both with Student's quantiles of G - 1 degrees of freedom. About a minute.
"""
import numpy as np
from scipy import stats
rng=np.random.default_rng(20261)
def perm_p(X):  # X: reps x G cluster sums; all 2^G (G<=14) or 4000 draws
    R,G=X.shape
    if G<=12:
        S=((np.arange(2**(G-1))[:,None]>>np.arange(G-1))&1)*2-1
        S=np.hstack([np.ones((len(S),1)),S])
    else:
        S=rng.integers(0,2,(4000,G))*2-1.
    obs=np.abs(X.sum(1))
    out=np.empty(R)
    for i in range(0,R,200):
        T=np.abs(X[i:i+200]@S.T)
        k=(T>=obs[i:i+200,None]-1e-9).sum(1)
        out[i:i+200]=k/len(S) if G<=12 else (k+1)/(len(S)+1)
    return out
print("G  normal quantiles: means, answers; Student's: means, answers")
for G in (6,7,8,9,10,12,15,20,25,30):
    nu=G-1
    zt=stats.norm.ppf(.975)+stats.norm.ppf(.8); tt=stats.t.ppf(.975,nu)+stats.t.ppf(.8,nu)
    nct=None
    res=[]
    for q in (zt,tt):
        X=rng.normal(size=(4000,G))+q/np.sqrt(G)
        res.append((perm_p(X)<=.05).mean())
        # paired right/wrong differences, 10 per cluster, with cluster effect
        m=10;R=3000
        def draw(delta):
            u=rng.normal(size=(R,G,1))*.12
            pa=np.clip(.175+delta/2+u/2,0,1);pb=np.clip(.175-delta/2-u/2,0,1)
            r=rng.random((R,G,m))
            return ((r<pa).astype(float)-((r>=pa)&(r<pa+pb))).mean(2)
        se=draw(0).std()/np.sqrt(G)
        res.append((perm_p(draw(min(.35,q*se)))<=.05).mean())
    print(G,*["%.3f"%r for r in res],flush=True)
