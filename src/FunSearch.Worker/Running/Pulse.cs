using FunSearch.Worker.Wire;

namespace FunSearch.Worker.Running;

/// <summary>Tells the parent every 100 ms which input is being run, so that it can time, name and kill the one that does not end.</summary>
internal sealed class Pulse
{
    private const int PeriodMilliseconds = 100;

    private readonly ParentLine _line;
    private readonly Lock _beat = new();
    private volatile int _input;
    private long _since;
    private bool _running;

    public Pulse(ParentLine line)
    {
        _line = line;
        new Thread(Beat) { IsBackground = true, Name = "pulse" }.Start();
    }

    /// <summary>Runs the work with a pulse. Once it is done no beat can follow: the answer is the last word.</summary>
    public Message During(Func<Message> work)
    {
        (_input, _since) = (0, Environment.TickCount64);
        SetRunning(true);
        var answer = work();
        SetRunning(false);
        return answer;
    }

    /// <summary>The work is now at this input. After a long one that is told at once, or the next would be timed from its beginning.</summary>
    public void At(int input)
    {
        var wasLong = Environment.TickCount64 - _since > PeriodMilliseconds;
        (_input, _since) = (input, Environment.TickCount64);
        if (wasLong)
        {
            lock (_beat)
            {
                _line.Send(new Heartbeat(input));
            }
        }
    }

    private void SetRunning(bool running)
    {
        lock (_beat)
        {
            _running = running;
        }
    }

    private void Beat()
    {
        while (true)
        {
            Thread.Sleep(PeriodMilliseconds);
            lock (_beat)
            {
                if (_running)
                {
                    _line.Send(new Heartbeat(_input));
                }
            }
        }
    }
}
