using System.Globalization;
using IsoE.Office.Procedures.WordImport;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Precision and recall of what was read against what was meant, over steps and over their fields.</summary>
internal sealed class ImportScore
{
    private static readonly string[] Fields = ["title", "role", "time", "form", "branch"];
    private readonly Dictionary<string, (int Right, int Found, int Meant)> counts = [];

    /// <summary>Differences, a line each.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>F1 of whole steps: right only when title, role, time, forms and the way back all are.</summary>
    public double Steps => F1("step");

    public double Of(string field) => F1(field);

    /// <summary>F1 over all fields together.</summary>
    public double AllFields => F1("title", "role", "time", "form");

    public void Add(ImportCase document, WordProcedure read)
    {
        var steps = read.Sheet.Steps;
        Count("step", 0, steps.Count, document.Steps.Count);
        for (var i = 0; i < Math.Max(steps.Count, document.Steps.Count); i++)
            Add(document.Name, i, i < steps.Count ? Values(steps[i]) : null, i < document.Steps.Count ? Values(document.Steps[i]) : null);
    }

    public string Report(string name) => string.Format(CultureInfo.InvariantCulture,
        "{0}: steps F1 {1:0.000} ({2} meant); all fields {3:0.000}; ", name, Steps, counts["step"].Meant, AllFields)
        + string.Join(", ", Fields.Select(field => string.Format(CultureInfo.InvariantCulture, "{0} {1:0.000}", field, F1(field))));

    private void Add(string document, int index, Dictionary<string, string>? read, Dictionary<string, string>? meant)
    {
        var all = read is not null && meant is not null;
        foreach (var field in Fields)
        {
            var (found, wanted) = (read?[field] ?? "", meant?[field] ?? "");
            var right = found == wanted;
            all &= right;
            Count(field, right && wanted.Length > 0 ? 1 : 0, found.Length > 0 ? 1 : 0, wanted.Length > 0 ? 1 : 0);
            if (!right) Misses.Add($"{document}, step {index + 1}, {field}: meant “{wanted}”, read “{found}”");
        }
        if (all) Count("step", 1, 0, 0);
    }

    private static Dictionary<string, string> Values(GoldStep step) => new()
    {
        ["title"] = Same(step.Title),
        ["role"] = step.Role ?? "",
        ["time"] = step.Limit ?? "",
        ["form"] = string.Join('|', step.Forms.Select(Same)),
        ["branch"] = step.WhenFailed?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    private static Dictionary<string, string> Values(ImportedStep step) => new()
    {
        ["title"] = Same(step.Title.Value ?? ""),
        ["role"] = step.Performer.Value?.Role ?? "",
        ["time"] = step.Time.Value?.Limit?.ToString() ?? "",
        ["form"] = string.Join('|', step.Forms.Value!.Select(form => Same(form.Text))),
        ["branch"] = step.Branches.FirstOrDefault(branch => !branch.Value!.Passed)?.Value?.Target?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    private static string Same(string text) => VietnameseText.Compose(text).ToLowerInvariant().Trim(' ', '.', '-');

    private void Count(string what, int right, int found, int meant)
    {
        var before = counts.GetValueOrDefault(what);
        counts[what] = (before.Right + right, before.Found + found, before.Meant + meant);
    }

    private double F1(params string[] what)
    {
        var (right, found, meant) = (what.Sum(w => counts[w].Right), what.Sum(w => counts[w].Found), what.Sum(w => counts[w].Meant));
        return found + meant == 0 ? 1 : 2.0 * right / (found + meant);
    }
}
