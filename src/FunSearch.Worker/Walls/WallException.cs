namespace FunSearch.Worker.Walls;

/// <summary>The kernel did not build a wall that it was asked for, though it had said that it can.</summary>
internal sealed class WallException(string message) : Exception(message);
