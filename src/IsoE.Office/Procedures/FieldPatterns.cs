using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace IsoE.Office.Procedures;

/// <summary>The regular expressions of form fields: the whole value must match, in linear time.</summary>
internal static class FieldPatterns
{
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The pattern is malformed or needs backtracking.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            // Non-backtracking: a pattern written by an author can never hang the server.
            return Compiled.GetOrAdd(pattern, p => new Regex($@"\A(?:{p})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (NotSupportedException e)
        {
            throw new ArgumentException(e.Message, nameof(pattern), e);
        }
    }
}
