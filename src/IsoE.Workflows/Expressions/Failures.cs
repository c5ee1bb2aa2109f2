namespace IsoE.Workflows.Expressions;

/// <summary>A failure without its place; the evaluation adds the place of the node it was evaluating.</summary>
internal sealed class FailedException(Text reason) : Exception(reason.En)
{
    public Text Reason { get; } = reason;
}

/// <summary>What can go wrong with the values an expression meets.</summary>
internal static class Failures
{
    public static Text NoText { get; } = new(
        "Không đổi được đối tượng này thành chữ.",
        "This object cannot be made into text.");

    public static Text TooManySteps { get; } = new(
        $"Biểu thức cần hơn {Limits.Steps} bước tính; hãy viết gọn lại hoặc giảm dữ liệu đầu vào.",
        $"The expression takes more than {Limits.Steps} steps; make it simpler or its data smaller.");

    public static Text TooLarge { get; } = new(
        $"Giá trị tạo ra lớn hơn {Limits.ValueSize} ký tự.",
        $"The value made here is larger than {Limits.ValueSize} characters.");

    public static Text ResultTooDeep { get; } = new(
        $"Kết quả lồng nhau quá {Limits.ResultDepth} tầng.",
        $"The result is nested more than {Limits.ResultDepth} levels deep.");

    public static Text UnknownVariable(string name) => new(
        $"Không có biến “{name}”.",
        $"There is no variable '{name}'.");

    public static Text OfNothing(string name) => new(
        $"Không đọc được “{name}” vì giá trị đứng trước đang trống; hãy viết ?.{name} nếu được phép trống.",
        $"'{name}' cannot be read because the value before it is empty; write ?.{name} if it may be empty.");

    public static Text Inherited(string name) => Refusals.Inherited(name);

    public static Text NoMethod(string name, Value target) => new(
        $"Không gọi được {name} trên {Kind(target).Vi}.",
        $"{name} cannot be called on {Kind(target).En}.");

    private static Text Kind(Value value) => value switch
    {
        BooleanValue => new("giá trị đúng/sai", "a yes/no value"),
        NumberValue => new("số", "a number"),
        StringValue => new("chuỗi ký tự", "a text"),
        ArrayValue => new("mảng", "an array"),
        ObjectValue => new("đối tượng", "an object"),
        _ => new("giá trị trống", "an empty value"),
    };
}
