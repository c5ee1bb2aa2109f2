using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>What the shapes of a flowchart say: names of steps, and the words at its arrows.</summary>
internal static partial class FlowShapes
{
    /// <summary>Names of the steps, from the top down.</summary>
    public static IReadOnlyList<WordShape> Names(IEnumerable<WordShape> shapes) => [.. shapes.Where(shape => !IsLabel(shape))];

    /// <summary>"Không đạt" and the like beside an arrow: the step may fail.</summary>
    public static IReadOnlyList<WordShape> Failures(IEnumerable<WordShape> shapes) =>
        [.. shapes.Where(shape => IsLabel(shape) && FailureWords().IsMatch(PlainWords.Bare(shape.Text)))];

    public static bool IsLabel(WordShape shape) => LabelWords().IsMatch(PlainWords.Bare(shape.Text));

    /// <summary>Shares one flowchart out among the steps beside it; null when its names are more or fewer.</summary>
    public static IReadOnlyList<WordShape>? OneForEach(IReadOnlyList<StepGroup> groups)
    {
        var names = Names(groups.SelectMany(group => group.Cells(ColumnKind.Flow)).Distinct().SelectMany(cell => cell.Shapes));
        return names.Count == groups.Count ? names : null;
    }

    [GeneratedRegex(@"^(?:khong |chua )?(?:dat|dong y|hop le|du dieu kien|duyet|day du|phe duyet)$|^(?:co|khong|k|y|n|yes|no|d|kd|\+|-|dung|sai|bat dau|ket thuc|begin|end|start)$|^$")]
    private static partial Regex LabelWords();

    [GeneratedRegex(@"^(?:khong|chua|k$|n$|no$|kd$|-$|sai)")]
    private static partial Regex FailureWords();
}
