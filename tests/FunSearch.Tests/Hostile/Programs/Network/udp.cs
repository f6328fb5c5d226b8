// It sends without a connection.
// all walls | member list | forbidden | new System.Net.Sockets.UdpClient is not on the list of what a candidate may use. A candidate reads and writes
// language wall off | process wall | crashed | Input small/a: 
{
    new System.Net.Sockets.UdpClient().Send(new byte[1], 1, "127.0.0.1", UDP);
    return number;
}
