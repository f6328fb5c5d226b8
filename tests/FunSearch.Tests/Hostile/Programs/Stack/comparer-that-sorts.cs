// Recursion through the library, which wraps what its comparers throw.
// all walls | stack check or end of its process | crashed | Input small/a
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: 
{
    void Sort()
    {
        var copy = new List<double>(all);
        copy.Sort((a, b) => { Sort(); return 0; });
    }

    Sort();
    return number;
}
