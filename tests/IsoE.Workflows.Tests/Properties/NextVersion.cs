using FsCheck;
using FsCheck.Fluent;

namespace IsoE.Workflows.Tests.Properties;

/// <summary>What an author may do to a definition in the notation of the traces.</summary>
internal static class NextVersion
{
    public static Gen<Func<string[], string[]>> Edit =>
        from kind in Gen.Choose(0, 6)
        from which in Gen.Choose(0, 10_000)
        select (Func<string[], string[]>)(lines => kind switch
        {
            0 => [.. lines.Select(Reworded)],
            1 => Inserted(lines, which, "IsoE.UserTask", "title=New role=clerk outcomes==['Done']"),
            2 => Inserted(lines, which, "WriteLine", "text=new"),
            3 => Bridged(lines, which),
            4 => Without(lines, which),
            5 => [.. lines, $"variable Extra{which} Int32 1"],
            _ => Swapped(lines, which),
        });

    /// <summary>The step asks for the same in other words and by another time.</summary>
    public static string Reworded(string line) => line
        .Replace("title=T", "title=Other", StringComparison.Ordinal)
        .Replace("timeLimit=1d", "timeLimit=2d", StringComparison.Ordinal)
        .Replace("taskName=t", "taskName=other", StringComparison.Ordinal);

    private static bool IsConnection(string line) => line.Split(' ') is [_, var arrow, _] && arrow.EndsWith("->", StringComparison.Ordinal);

    /// <summary>A new activity on one connection.</summary>
    private static string[] Inserted(string[] lines, int which, string type, string inputs)
    {
        if (Connection(lines, which) is not [var from, var arrow, var to] words)
        {
            return lines;
        }

        var id = $"new{which}";
        var connection = string.Join(' ', words);
        return [.. lines.TakeWhile(l => !IsConnection(l)), $"{type} {id} {inputs}", .. lines.SkipWhile(l => !IsConnection(l)).Where(l => l != connection), $"{from} {arrow} {id}", $"{id} --> {to}"];
    }

    /// <summary>One activity taken out, its inbound connections led to where it led.</summary>
    private static string[] Bridged(string[] lines, int which)
    {
        if (Connection(lines, which) is not [var gone, _, var to] || gone == to)
        {
            return lines;
        }

        var kept = lines.Where(l => !(l.Split(' ') is [_, var id, ..] && id == gone) && !l.StartsWith("  ", StringComparison.Ordinal)
            && !l.StartsWith(gone + " ", StringComparison.Ordinal));
        return [.. kept.Select(l => IsConnection(l) && l.EndsWith("> " + gone, StringComparison.Ordinal) ? l[..^gone.Length] + to : l).Where(l => !IsLoop(l)).Distinct()];
    }

    private static bool IsLoop(string line) => line.Split(' ') is [var from, _, var to] && IsConnection(line) && from == to;

    private static string[] Without(string[] lines, int which) =>
        Connection(lines, which) is { } words ? [.. lines.Where(l => l != string.Join(' ', words))] : lines;

    /// <summary>Two neighbouring activities change places: their ids are exchanged in the connections.</summary>
    private static string[] Swapped(string[] lines, int which) =>
        Connection(lines, which) is [var from, _, var to]
            ? [.. lines.Select(l => IsConnection(l) ? Exchanged(l, from, to) : l).Distinct()]
            : lines;

    private static string Exchanged(string line, string one, string other) => string.Join(' ', line.Split(' ').Select(word =>
        word == one ? other : word == other ? one : word));

    private static string[]? Connection(string[] lines, int which) =>
        lines.Where(IsConnection).ToList() is { Count: > 0 } all ? all[which % all.Count].Split(' ') : null;
}
