namespace FunSearch.Worker.Wire;

/// <summary>What a frame holds. The parent asks (below 64), a worker answers.</summary>
internal enum MessageKind : byte
{
    SetUpCompiler = 1,
    Compile = 2,
    SetUpRunner = 3,
    Run = 4,
    Judge = 5,
    Draw = 6,
    Lift = 7,

    Image = 64,
    DoesNotCompile = 65,
    Forbidden = 66,
    Ready = 67,
    SetupFailed = 68,
    Heartbeat = 69,
    Scores = 70,
    Solution = 71,
    Failure = 72,
    Judged = 73,
    Refused = 74,
    Drawn = 75,
    Lifted = 76,
}
