using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>Every user task names a role, and the role exists.</summary>
internal sealed class Roles : ICheck
{
    public IEnumerable<Finding> Run(Subject subject) => subject.UserTasks.SelectMany(task => Check(task, subject.Context));

    private static IEnumerable<Finding> Check(Activity task, VerificationContext context)
    {
        var role = task.LiteralText("role");
        if (role is null && !task.IsComputed("role"))
        {
            yield return new Finding(FindingCodes.MissingRole, Severity.Refusal, new Text(
                $"Bước “{task.Called().Vi}” chưa có vai trò thực hiện.",
                $"'{task.Called().En}' has no role that carries it out."), [task.Id]);
        }

        if (role is not null && context.Roles?.Contains(role) == false)
        {
            yield return new Finding(FindingCodes.UnknownRole, Severity.Refusal, new Text(
                $"Bước “{task.Called().Vi}” giao cho vai trò không có: “{role}”.",
                $"'{task.Called().En}' is given to a role that does not exist: '{role}'."), [task.Id]);
        }
    }
}
