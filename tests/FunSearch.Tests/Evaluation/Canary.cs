using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FunSearch.Tests.Evaluation;

/// <summary>What no candidate may reach: a secret file, a folder to write in, two ports that listen, a key in the parent's environment, and
/// another process of the same user.</summary>
internal sealed class Canary : IDisposable
{
    private const string Variable = "CANARY_KEY";

    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly UdpClient _udp = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Process _sibling = Process.Start("sleep", "3600");

    public Canary()
    {
        File.WriteAllText(Secret, "secret");
        Environment.SetEnvironmentVariable(Variable, "secret");
        _tcp.Start();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("canary").FullName;

    public bool IsUntouched => Directory.GetFiles(Folder).Single() == Secret && File.ReadAllText(Secret, Encoding.UTF8) == "secret"
        && !_tcp.Pending() && _udp.Available == 0 && Processes.IsAlive(_sibling.Id);

    private string Secret => Path.Combine(Folder, "secret");

    /// <summary>The text, with what hostile programs call things by: <c>SECRET</c>, <c>PARENT</c>.</summary>
    public string Locate(string text) => text
        .Replace("SECRET", Secret, StringComparison.Ordinal)
        .Replace("FORGED", Path.Combine(Folder, "forged"), StringComparison.Ordinal)
        .Replace("VARIABLE", Variable, StringComparison.Ordinal)
        .Replace("PARENT", $"{Environment.ProcessId}", StringComparison.Ordinal)
        .Replace("SIBLING", $"{_sibling.Id}", StringComparison.Ordinal)
        .Replace("TCP", $"{((IPEndPoint)_tcp.LocalEndpoint).Port}", StringComparison.Ordinal)
        .Replace("UDP", $"{((IPEndPoint)_udp.Client.LocalEndPoint!).Port}", StringComparison.Ordinal);

    public void Dispose()
    {
        _sibling.Kill();
        _sibling.Dispose();
        _tcp.Dispose();
        _udp.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
