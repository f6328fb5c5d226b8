// A thread that works on when the call is over.
// all walls | member list | forbidden | new System.Threading.ThreadStart is not on the list of what a candidate may use. A candidate runs on one
// language wall off | process wall | crashed | Input small/a: it asked for a thread, and gets none: a program runs on one, and so do the methods that call
{
    new System.Threading.Thread(() => { while (true) { } }).Start();
    return number;
}
