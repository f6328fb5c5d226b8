using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FunSearch.Tests.Evaluation;

/// <summary>What no candidate may reach: a secret file, a folder to write in, and two ports that listen.</summary>
internal sealed class Canary : IDisposable
{
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly UdpClient _udp = new(new IPEndPoint(IPAddress.Loopback, 0));

    public Canary()
    {
        File.WriteAllText(Secret, "secret");
        _tcp.Start();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("canary").FullName;

    public string Secret => Path.Combine(Folder, "secret");

    /// <summary>Not there, and never to be.</summary>
    public string Forged => Path.Combine(Folder, "forged");

    public int TcpPort => ((IPEndPoint)_tcp.LocalEndpoint).Port;

    public int UdpPort => ((IPEndPoint)_udp.Client.LocalEndPoint!).Port;

    public bool IsUntouched => Directory.GetFiles(Folder).Single() == Secret && File.ReadAllText(Secret, Encoding.UTF8) == "secret" && !_tcp.Pending() && _udp.Available == 0;

    public void Dispose()
    {
        _tcp.Dispose();
        _udp.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
