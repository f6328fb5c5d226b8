using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FunSearch.Worker.Wire;

/// <summary>A worker's line to its parent: frames on standard input and output. When the parent is gone, so is this process.</summary>
internal sealed class ParentLine
{
    private readonly PosixSignalRegistration _interrupt;
    private readonly Stream _output;
    private readonly BlockingCollection<Message> _requests = [];
    private readonly Lock _sending = new();

    private ParentLine(Stream input, Stream output)
    {
        _output = output;

        // A terminal sends it to the whole family, but it is meant for the parent, which may want to finish with us.
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);

        // Taken now: at the end there may be no memory left to load anything with.
        var self = Process.GetCurrentProcess();
        new Thread(() => Listen(input, self)) { IsBackground = true, Name = "parent" }.Start();
    }

    /// <summary>Takes the standard streams for the protocol, and the console from all: what a candidate prints goes nowhere.</summary>
    public static ParentLine Take()
    {
        var line = new ParentLine(Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetIn(TextReader.Null);
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        return line;
    }

    /// <summary>The next request; waits for it.</summary>
    public Message Receive() => _requests.Take();

    /// <summary>Thread-safe.</summary>
    public void Send(Message message)
    {
        var frame = message.ToFrame();
        lock (_sending)
        {
            _output.Write(frame);
            _output.Flush();
        }
    }

    private void Listen(Stream input, Process self)
    {
        var header = new byte[Message.HeaderSize];
        while (input.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            var content = new byte[BitConverter.ToInt32(header)];
            if (input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length)
            {
                break;
            }

            _requests.Add(Message.Parse((MessageKind)header[4], content));
        }

        // The parent died. No orderly exit: a candidate may be in an endless loop, or hold a lock that the exit would wait for.
        self.Kill();
    }
}
