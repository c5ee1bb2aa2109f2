using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>Reads the form fields of an ISO text.</summary>
internal static partial class FormReader
{
    public static TaskForm TaskForm(YamlMap map) =>
        new(map.String("id"), map.Text("title"), RepeatedFields.Of(map, map.List("fields", Field)));

    public static FormField Field(YamlMap map)
    {
        var field = new FormField(
            FieldId(map),
            map.Text("label"),
            map.OptionalText("hint"),
            map.Choice<FieldType>("type"),
            map.Flag("required", false),
            map.List("options", m => new FieldOption(m.String("id"), new Text(m.String("vi"), m.String("en")))),
            map.OptionalNumber("min"),
            map.OptionalNumber("max"),
            map.OptionalInteger("maxLength"),
            Pattern(map),
            map.Choice("dates", (DateRange?)DateRange.Any),
            Condition(map, "visibleWhen"),
            map.Strings("outcomes"),
            map.Flag("mustBeYes", false),
            map.OptionalString("role"));
        if ((field.Type == FieldType.Person) != (field.Role is not null)) map.Problem("role", new Text(
            "Vai trò phải có đối với kiểu person và chỉ với kiểu đó.",
            "A role is needed by the type person, and by that type only."));
        if ((field.Type == FieldType.Choice) != (field.Options.Count > 0)) map.Problem("options", new Text(
            "Các lựa chọn phải có đối với kiểu choice và chỉ với kiểu đó.",
            "Options are needed by the type choice, and by that type only."));
        if (field.MustBeYes && field.Type != FieldType.YesNo) map.Problem("mustBeYes", new Text(
            "Chỉ kiểu yesNo mới có thể bắt buộc trả lời Có.", "Only the type yesNo can be made to be answered with yes."));
        return field;
    }

    public static FormExpression? Condition(YamlMap map, string key)
    {
        if (map.OptionalString(key) is not { } source) return null;
        var (condition, problem) = FormExpression.Parse(source);
        if (problem is not null) map.Problem(key, problem);
        return condition;
    }

    private static string FieldId(YamlMap map)
    {
        var id = map.String("id");
        map.Looks("id", "^[a-z][A-Za-z0-9]*$");
        if (id.Length > 0 && !CamelCase().IsMatch(id)) map.Problem("id", new Text(
            $"Mã trường \"{id}\" phải viết kiểu camelCase, không dấu.", $"The field id \"{id}\" must be camelCase ASCII."));
        return id;
    }

    private static string? Pattern(YamlMap map)
    {
        if (map.OptionalString("pattern") is not { } pattern) return null;
        try
        {
            _ = FieldPatterns.Compile(pattern);
            return pattern;
        }
        catch (ArgumentException e)
        {
            map.Problem("pattern", new Text($"Biểu thức mẫu không đúng: {e.Message}", $"The pattern is not right: {e.Message}"));
            return null;
        }
    }

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*\z")]
    private static partial Regex CamelCase();
}
