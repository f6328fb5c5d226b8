using FunSearch.Programs;

namespace FunSearch.Tuning;

/// <summary>Writes a program that differs from another in numbers alone; null where there is no number to change. Takes all chance from the
/// generator, and gives the same for the same.</summary>
internal delegate Body? Tuner(Body body, Random random);
