// Code that the collector calls, after the candidate is forgotten.
// all walls | token scan | forbidden | `class` (line 6) stands outside the body: it must be one block, { … }, and nothing else.
{
    new Undead();
    return number;
}

class Undead
{
    ~Undead()
    {
        while (true)
        {
        }
    }
}
