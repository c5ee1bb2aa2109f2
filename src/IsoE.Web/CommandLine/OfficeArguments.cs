using IsoE.Web.Hosting;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Arguments of a verb that works on the office's database: settings as for <c>serve</c>, flags and the rest.</summary>
internal sealed record OfficeArguments(IReadOnlyList<string> Rest, IReadOnlyList<string> Flags, string[] Settings)
{
    /// <param name="flags">Options without a value that the verb knows.</param>
    /// <exception cref="UsageException">There is an unknown option, or not <paramref name="count"/> other arguments.</exception>
    public static OfficeArguments Parse(IReadOnlyList<string> arguments, int count, params string[] flags)
    {
        var settings = arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal)).ToArray();
        var given = arguments.Where(a => flags.Contains(a)).ToList();
        var rest = arguments.Except(settings).Except(given).ToList();
        if (rest.FirstOrDefault(a => a.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            throw new UsageException(new Text($"Không có tùy chọn {unknown}.", $"There is no option {unknown}."));
        if (rest.Count != count)
            throw new UsageException(new Text(
                $"Cần {count} đối số nhưng nhận được {rest.Count}.", $"Expected {count} arguments, but got {rest.Count}."));
        return new OfficeArguments(rest, given, settings);
    }

    /// <summary>Takes an option of the verb's own and its value out of the arguments, so that it is not read as a setting.</summary>
    /// <exception cref="UsageException">It lacks its value.</exception>
    public static (IReadOnlyList<string> Others, string? Value) Take(IReadOnlyList<string> arguments, string option)
    {
        var place = arguments.ToList().FindIndex(a => a == option || a.StartsWith(option + "=", StringComparison.Ordinal));
        if (place < 0) return (arguments, null);
        var isJoined = arguments[place] != option;
        if (!isJoined && place + 1 == arguments.Count)
            throw new UsageException(new Text($"{option} cần một giá trị.", $"{option} needs a value."));
        return (
            [.. arguments.Take(place), .. arguments.Skip(place + (isJoined ? 1 : 2))],
            isJoined ? arguments[place][(option.Length + 1)..] : arguments[place + 1]);
    }

    /// <summary>The office of these settings, not started: no page is served and no job runs.</summary>
    public WebApplication OpenOffice() => WebHost.Build(Settings);
}
