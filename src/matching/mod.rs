//! All claims -> pairs of claims that tell one event: blocking gives the candidates, alignment decides.
