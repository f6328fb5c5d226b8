// It connects to whoever listens.
// all walls | member list | forbidden | new System.Net.Sockets.TcpClient is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: 
{
    new System.Net.Sockets.TcpClient("127.0.0.1", TCP);
    return number;
}
