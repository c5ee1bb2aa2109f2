namespace IsoE.Workflows.Verification.Checks;

/// <summary>Activities kept from a foreign draft whose type cannot be executed.</summary>
internal sealed class UnknownTypes : ICheck
{
    public IEnumerable<Finding> Run(Subject subject) =>
        subject.All.Where(activity => !activity.Type.IsExecutable).Select(activity => new Finding(
            FindingCodes.UnknownActivityType,
            Severity.Refusal,
            new Text(
                $"Bước “{activity.Called().Vi}” thuộc loại mà IsoE không thực hiện được; hãy thay bằng loại có trong danh mục.",
                $"'{activity.Called().En}' is of a type that IsoE cannot execute; replace it by one of the toolbox."),
            [activity.Id]));
}
