using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>The arguments of a verb, sorted into options with values, flags and the rest.</summary>
/// <remarks>Options are written <c>--name value</c> or <c>--name=value</c> and may be repeated. After <c>--</c> all is rest.</remarks>
public sealed class VerbArguments
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);
    private readonly List<string> _rest = [];

    /// <summary>What is neither an option nor a flag, in order.</summary>
    public IReadOnlyList<string> Rest => _rest;

    /// <param name="valued">Options that take a value, with their dashes.</param>
    /// <param name="flags">Options that take none.</param>
    /// <exception cref="UsageException">An option is unknown, or lacks its value.</exception>
    public static VerbArguments Parse(IReadOnlyList<string> arguments, string[] valued, string[] flags)
    {
        var parsed = new VerbArguments();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == "--")
            {
                parsed._rest.AddRange(arguments.Skip(index + 1));
                break;
            }
            if (!argument.StartsWith("--", StringComparison.Ordinal)) parsed._rest.Add(argument);
            else if (flags.Contains(argument)) parsed._flags.Add(argument);
            else if (parsed.AddValue(argument, index + 1 < arguments.Count ? arguments[index + 1] : null, valued)) index++;
        }
        return parsed;
    }

    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>All values of a repeatable option, in order.</summary>
    public IReadOnlyList<string> All(string option) => _values.TryGetValue(option, out var values) ? values : [];

    /// <summary>The value of an option, or null.</summary>
    /// <exception cref="UsageException">The option is given more than once.</exception>
    public string? Find(string option)
    {
        var values = All(option);
        if (values.Count > 1)
            throw new UsageException(new Text($"Chỉ được dùng {option} một lần.", $"{option} can be given only once."));
        return values.Count == 0 ? null : values[0];
    }

    /// <summary>The value of an option that must be there.</summary>
    /// <exception cref="UsageException">The option is missing or given more than once.</exception>
    public string Get(string option) =>
        Find(option) ?? throw new UsageException(new Text($"Thiếu {option}.", $"{option} is missing."));

    /// <summary>Keeps the value of an option; true if it was the next argument.</summary>
    private bool AddValue(string argument, string? next, string[] valued)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? argument : argument[..equals];
        if (!valued.Contains(name))
            throw new UsageException(new Text($"Không có tùy chọn {name}.", $"There is no option {name}."));
        var value = equals < 0 ? next : argument[(equals + 1)..];
        if (value is null)
            throw new UsageException(new Text($"{name} cần một giá trị.", $"{name} needs a value."));
        if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
        values.Add(value);
        return equals < 0;
    }
}
