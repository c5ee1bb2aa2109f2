using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>
/// Fields of a form that are asked for again and again, for as many things of one kind as there are: a decision with its unit
/// and its day. Declared once, <c>repeated: [decision, decisionUnit, decisionDueOn]</c> and <c>times: 20</c>, they are fields of
/// their own from there on, numbered from 1.
/// </summary>
/// <remarks>The first of them is asked for once that of the number before is filled in, the others together with it.</remarks>
internal static class RepeatedFields
{
    private const int MostTimes = 50;

    public static IReadOnlyList<FormField> Of(YamlMap form, IReadOnlyList<FormField> fields)
    {
        var (repeated, times) = (form.Strings("repeated"), form.OptionalInteger("times"));
        if (repeated.Count == 0 && times is null) return fields;
        var before = fields.TakeWhile(field => !repeated.Contains(field.Id)).ToList();
        var once = fields.Skip(before.Count).Take(repeated.Count).ToList();
        if (once.Count == 0 || !once.Select(field => field.Id).SequenceEqual(repeated)) form.Problem("repeated", new Text(
            "Các trường lặp lại phải là những trường đứng liền nhau của biểu mẫu, theo đúng thứ tự.",
            "The repeated fields have to be fields of the form that stand one after the other, in this order."));
        else if (once.Any(field => field.VisibleWhen is not null)) form.Problem("repeated", new Text(
            "Trường lặp lại không có điều kiện hiển thị riêng.", "A repeated field has no condition of its own."));
        else if (times is not (>= 2 and <= MostTimes)) form.Problem("times", new Text(
            $"Số lần lặp lại từ 2 đến {MostTimes}.", $"They are repeated 2 to {MostTimes} times."));
        else return [.. before, .. Enumerable.Range(1, times.Value).SelectMany(number => Numbered(once, number)), .. fields.Skip(before.Count + once.Count)];
        return fields;
    }

    private static IEnumerable<FormField> Numbered(List<FormField> once, int number)
    {
        var first = once[0];
        yield return Numbered(first, number) with { Required = first.Required && number == 1, VisibleWhen = number == 1 ? null : Filled(first, number - 1) };
        foreach (var field in once.Skip(1)) yield return Numbered(field, number) with { VisibleWhen = Filled(first, number) };
    }

    private static FormField Numbered(FormField field, int number) => field with
    {
        Id = $"{field.Id}{number}",
        Label = new Text($"{field.Label.Vi} {number}", $"{field.Label.En} {number}"),
        Hint = number == 1 ? field.Hint : null,
    };

    private static FormExpression Filled(FormField field, int number) => FormExpression.Parse($"variables.{field.Id}{number} != null").Condition!;
}
