using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>Something wrong in a file that is read at start.</summary>
/// <param name="File">Path as the loader was given it, with forward slashes.</param>
/// <param name="Line">Line in the file, counted from 1; 0 when the whole file is meant.</param>
/// <param name="Place">Path of the value inside the file, for example <c>components[2].act</c>; empty for the whole file.</param>
public sealed record LoadProblem(string File, int Line, string Place, Text Message)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Place.Length > 0 ? $"{Place}: " : "")}{Message.En}";
}

/// <summary>Files read at start do not stand; nothing was taken from them. Holds every problem, not the first one.</summary>
public sealed class LoadFailedException(IReadOnlyList<LoadProblem> problems)
    : Exception(string.Join('\n', problems.Select(p => p.ToString())))
{
    public IReadOnlyList<LoadProblem> Problems { get; } = problems;
}
