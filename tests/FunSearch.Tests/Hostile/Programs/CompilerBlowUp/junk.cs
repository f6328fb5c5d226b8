// What models write when they lose the thread: the parser tries every reading of it.
// all walls | token scan | does not compile | line 2: `1` cannot follow `checked`.
{
    ((((((( «checked 1 × 700» )))))))
}
