using FunSearch.Worker.Compiling;

namespace FunSearch.Tests.Worker.Compiling;

[Collection(CandidateWorkshop.FuelInTurn)]
public class FriendlyBodiesTests
{
    /// <summary>What language models write, and what it gives for an item of 2, the values 3, 1, 2 and n = 5.</summary>
    public static TheoryData<string, double> Bodies() => new()
    {
        { "{ return item - n; }", -3 },
        { "// A comment before the block: {\n{\n    return 1; // and one at the end }\n} // after", 1 },
        { "{ double sum = 0; for (int i = 0; i < values.Length; i++) { sum += values[i] * (i + 1); } return sum; }", 11 },
        { "{ double sum = 0; foreach (var v in values) { if (v > 2) continue; sum += v; } return sum; }", 3 },
        { "{ int i = 0; while (true) { if (++i == n) break; } do { i--; } while (i > 2); return i; }", 2 },
        { "{ var list = new List<double>(values); list.Sort((a, b) => b.CompareTo(a)); return list[0] * 10 + list[^1]; }", 31 },
        { "{ var sorted = (double[])values.Clone(); Array.Sort(sorted); return sorted[0] * 100 + values[0]; }", 103 },
        { "{ return values.Where(v => v > 1).Select((v, i) => v * i).Sum() + values.Average(); }", 4 },
        { "{ return values.OrderByDescending(v => v).ThenBy(v => -v).Take(2).Aggregate(1.0, (a, b) => a * b) + values.Max() - values.Min(); }", 8 },
        { "{ return Enumerable.Range(0, n).Zip(values, (i, v) => i * v).ToArray().Length + values.ToList().Count + values.Distinct().Count(); }", 9 },
        { "{ var groups = values.GroupBy(v => v > 1).ToDictionary(g => g.Key, g => g.Count()); return groups[true] * 10 + groups[false]; }", 21 },
        { "{ var counts = new Dictionary<int, int>(); foreach (var v in values) { var k = (int)v % 2; counts[k] = counts.GetValueOrDefault(k) + 1; } foreach (var (key, count) in counts) { n += key * count; } return counts.TryGetValue(1, out var odd) ? odd + n : 0; }", 9 },
        { "{ var seen = new HashSet<(int, int)> { (1, 2) }; return seen.Add((1, 2)) ? 1 : seen.Contains((1, 2)) ? 2 : 3; }", 2 },
        { "{ return n switch { < 0 => -1, 0 or 1 => 0, > 4 and < 9 => 7, _ => 1 }; }", 7 },
        { "{ return (n > 3, item) switch { (true, > 1.5) => 4, (false, _) => 5, _ => 6 }; }", 4 },
        { "{ switch (n) { case 1: case 2: return 1; case int k when k > 4: return k; default: return 0; } }", 5 },
        { "{ var (low, high) = (1.0, 2.0); (low, high) = (high, low); (int a, int b) pair = (3, 4); return low * 100 + high * 10 + pair.a + pair.Item2; }", 217 },
        { "{ (double best, int at) Best(double[] xs) { var best = (value: double.MinValue, index: -1); for (int i = 0; i < xs.Length; i++) { if (xs[i] > best.value) best = (xs[i], i); } return best; } var (top, where) = Best(values); return top + where; }", 3 },
        { "{ static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b); return Gcd(12, 18); }", 6 },
        { "{ double total = 0; void Add(double x) { total += x; } foreach (var v in values) Add(v); return total; }", 6 },
        { "{ void Swap(ref int a, ref int b) { var t = a; a = b; b = t; } int x = 1, y = 2; Swap(ref x, ref y); bool Half(int k, out int h) { h = k / 2; return k % 2 == 0; } return Half(x, out var half) ? half * 10 + y : 0; }", 11 },
        { "{ Span<double> s = values; var tail = s[1..]; tail.Sort(); ReadOnlySpan<double> r = values.AsSpan(0, 2); return tail[0] * 10 + r.Length + r.IndexOf(3.0); }", 12 },
        { "{ ReadOnlySpan<int> table = [1, 2, 4, 8]; ReadOnlySpan<byte> bytes = [1, 2, 3]; int[] a = [.. table, 16]; List<int> l = [1, n, .. a]; return table[2] + bytes[1] + a.Length + l.Count; }", 18 },
        { "{ Span<double> s = [item, n, item + n]; ReadOnlySpan<double> t = [item, n]; return s[2] + t[1]; }", 12 },
        { "{ double Total(params ReadOnlySpan<double> xs) { double t = 0; foreach (var x in xs) t += x; return t; } double All(params double[] xs) => xs.Sum(); return Total(item, n, 1) + All(1, 2); }", 11 },
        { "{ return values[^1] + values[1..].Length + values[..^1][0]; }", 7 },
        { "{ var queue = new PriorityQueue<int, double>(); for (int i = 0; i < 3; i++) queue.Enqueue(i, values[i]); queue.TryDequeue(out var first, out var priority); return first * 10 + priority + queue.Count; }", 13 },
        { "{ var q = new Queue<int>(); q.Enqueue(1); var s = new Stack<int>(); s.Push(q.Dequeue()); var l = new LinkedList<int>(); l.AddLast(4); var t = new SortedSet<int> { 3, 1 }; var d = new SortedDictionary<int, double> { [2] = 5 }; return s.Pop() + l.First.Value + t.Min + d[2]; }", 11 },
        { "{ return BitOperations.PopCount((uint)n) + BitOperations.TrailingZeroCount(8) + BitOperations.Log2(16u) + (int)BitOperations.RotateLeft(1u, 3); }", 17 },
        { "{ return Math.Round(Math.Sqrt(item * item) + Math.Pow(2, 3) + Math.Exp(0) + Math.Log(Math.E) + Math.Abs(-1) + Math.Clamp(n, 0, 3) + Math.Sign(-2.0), 3, MidpointRounding.AwayFromZero); }", 15 },
        { "{ return double.IsNaN(item) || item == double.PositiveInfinity ? double.Epsilon : int.MaxValue > n ? double.Max(item, n) : MathF.Sqrt(4f); }", 5 },
        { "{ object boxed = n; return boxed is int k && k is > 1 and not 4 ? k : 0; }", 5 },
        { "{ return values is [var head, .., var last] && values is { Length: > 2 } ? head + last : 0; }", 5 },
        { "{ int? maybe = null; maybe ??= n; Func<double, double> f = x => x * 2; Func<double, Func<double, double>> add = a => b => a + b; return f(maybe.Value) + add(1)(2); }", 13 },
        { "{ var grid = new int[3, 4]; var jagged = new double[2][]; jagged[0] = new double[] { 1, 2 }; grid[1, 2] = 7; return grid.GetLength(1) + grid[1, 2] + jagged[0].Length + grid.Length; }", 25 },
        { "{ uint h = 2166136261; foreach (var v in values) { h = unchecked((h ^ (uint)v) * 16777619); } checked { return h % 1 + (h >> 31 >>> 1) + (int)(h & 0); } }", 0 },
        { "{ const int Max = 3; const double Half = 0.5; var name = \"abc\"; return name.Length * Half + (name[1] == 'b' ? Max : 0) + (name == \"abc\" ? 1 : 0); }", 5.5 },
        { "{ return name() switch { \"one\" => 1, \"two\" => 2, \"three\" => 3, \"four\" => 4, \"five\" => 5, \"six\" => 6, \"seven\" => 7, _ => 0 }; static string name() => \"seven\"; }", 7 },
        { "{ double[] weights = { 0.1, 0.2, 0.3 }; var memo = new double[weights.Length + 1]; Array.Fill(memo, -1); double Go(int i) => i == weights.Length ? 0 : memo[i] >= 0 ? memo[i] : memo[i] = weights[i] + Go(i + 1); return Math.Round(Go(0), 6); }", 0.6 },
        { "{ IEnumerable<double> seq = values; IReadOnlyList<double> list = values; IComparer<double> c = Comparer<double>.Create((a, b) => b.CompareTo(a)); var copy = list.ToList(); copy.Sort(c); double t = 0; foreach (var v in seq) t += v; return t + list.Count + copy[0]; }", 12 },
        { "{ return n <= 0 ? 1 : Priority(item, values, n - 1) * 2; }", 32 },
        { "{ return Help(item) + Problem.Help(n); }", 9 },
        { "{ var best = values.Select((v, i) => (Value: v, Index: i)).MaxBy(p => p.Value); return best.Index + values.MinBy(v => v); }", 1 },
        { "{ decimal d = 1.5m; long big = 1L << 40; var half = (float)item / 4; Int128 wide = big; return (double)(d * 2) + (big > 0 ? 1 : 0) + half + (wide > 5 ? 1 : 0); }", 5.5 },
        { "{ var list = Enumerable.Repeat(1.0, 3).ToList(); list.RemoveAll(x => x > 2); list.ForEach(x => item += x); list.AddRange(values); return list.Count + item + list.FindIndex(x => x == 3.0); }", 14 },
        { "{ ref double slot = ref values[0]; slot += 1; return values[0]; }", 4 },
        { "{ IEnumerable<int> none = []; IReadOnlyList<int> some = [1, 2, n]; IEnumerable<int> one = [n]; return none.Count() + some[2] + one.First(); }", 10 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_language_models_write_passes_every_wall_and_runs(string body, double expected)
    {
        var compiled = CandidateWorkshop.Compiler.Compile(body);

        Assert.Equal("Image", compiled is Compiled.Image ? "Image" : compiled.ToString());
        Assert.Equal(expected, CandidateWorkshop.Run(((Compiled.Image)compiled).Bytes), 9);
    }
}
