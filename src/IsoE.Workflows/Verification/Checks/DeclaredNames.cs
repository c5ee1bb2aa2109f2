using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>Expressions and bindings name only variables, inputs and fields that are declared.</summary>
internal sealed class DeclaredNames : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        var scope = Scopes.Of(subject);
        return subject.All.SelectMany(activity =>
        {
            var inner = InLoop(subject, activity) ? Scopes.WithLoop(scope) : scope;
            return Given(activity).SelectMany(given => Check(activity, given, inner, subject))
                .Concat(Bindings(activity, subject)).Concat(Output(activity, subject));
        });
    }

    private static IEnumerable<ActivityInput> Given(Activity activity) =>
        activity.Inputs.Values.Concat(activity.Cases.Select(c => c.Condition));

    private static bool InLoop(Subject subject, Activity activity) =>
        subject.All.Any(loop => loop.Type is ForEach or ParallelForEach && loop != activity && loop.SelfAndDescendants().Contains(activity));

    private static IEnumerable<Finding> Check(Activity activity, ActivityInput given, ExpressionScope scope, Subject subject)
    {
        switch (given.Kind)
        {
            case ExpressionKind.JavaScript:
                return given.JavaScript!.Check(scope).Select(error => Undeclared(activity, given, error.Message, error.Column));
            case ExpressionKind.Variable when subject.Definition.FindVariable(given.Reference) is null:
                return [Undeclared(activity, given, Expressions.Undeclared.Variable(given.Reference ?? "", scope.Variables.Keys), 0)];
            case ExpressionKind.Input when !scope.Inputs.ContainsKey(given.Reference ?? ""):
                return [Undeclared(activity, given, Expressions.Undeclared.Input(given.Reference ?? "", scope.Inputs.Keys), 0)];
            default:
                return [];
        }
    }

    private static IEnumerable<Finding> Bindings(Activity activity, Subject subject) =>
        activity.OutputBindings
            .Where(binding => subject.Definition.FindVariable(binding.Value) is null && activity.Type is Activities.UserTask or Wait or SubProcedure)
            .Select(binding => new Finding(FindingCodes.UndeclaredName, Severity.Refusal, new Text(
                $"Bước “{activity.Called().Vi}” ghi kết quả “{binding.Key}” vào biến không có: “{binding.Value}”.",
                $"'{activity.Called().En}' keeps its output '{binding.Key}' in a variable that does not exist: '{binding.Value}'."),
                [activity.Id]));

    private static IEnumerable<Finding> Output(Activity activity, Subject subject)
    {
        if (activity.LiteralText("outputName") is { } name && subject.Definition.Outputs.All(output => output.Name != name))
        {
            yield return new Finding(FindingCodes.UnknownOutput, Severity.Refusal, new Text(
                $"“{activity.Called().Vi}” ghi vào đầu ra “{name}” mà quy trình không khai báo.",
                $"'{activity.Called().En}' sets the output '{name}', which the definition does not declare."), [activity.Id]);
        }
    }

    private static Finding Undeclared(Activity activity, ActivityInput given, Text message, int column)
    {
        var place = column > 0 ? new Text($", cột {column}", $", column {column}") : new Text("", "");
        return new Finding(FindingCodes.UndeclaredName, Severity.Refusal, new Text(
            $"Bước “{activity.Called().Vi}”, {given.Name}{place.Vi}: {message.Vi}",
            $"'{activity.Called().En}', {given.Name}{place.En}: {message.En}"), [activity.Id]);
    }
}
