using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>
/// The people chosen in a task form: different people who hold the roles asked for. Entered are objects of <c>id</c>
/// and <c>name</c>, so that history and records keep the name of that day.
/// </summary>
internal sealed class NamedPeople(RoleHolders holders, TaskForms forms) : ITaskEntry
{
    public IReadOnlyCollection<string> FilledIn(UserTask wait) => [];

    /// <exception cref="RejectedException"><c>form-invalid</c> with a sentence for each field.</exception>
    public JsonElement Enter(Step step, UserTask wait, string outcome, JsonElement values)
    {
        var fields = forms.Of(step, wait.Form)?.Fields.Where(field => field.Type == FieldType.Person).ToList() ?? [];
        if (fields.Count == 0) return values;
        var entered = JsonObject.Create(values)!;
        var named = new HashSet<string>(StringComparer.Ordinal);
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => entered.ContainsKey(field.Id)))
        {
            var person = holders.Find(field.Role!, (string)entered[field.Id]!);
            if (person is null) errors[field.Id] = NotHolding(field);
            else if (!named.Add(person.Id)) errors[field.Id] = NamedBefore(field);
            else entered[field.Id] = new JsonObject { ["id"] = person.Id, ["name"] = person.FullName };
        }

        return errors.Count == 0 ? JsonSerializer.SerializeToElement(entered) : throw TaskForms.Invalid(errors);
    }

    private static Text NotHolding(FormField field)
    {
        var role = Roles.NameOf(field.Role!);
        return new Text(
            $"{field.Label.Vi}: chọn một người của cơ quan đang giữ vai trò {role.Vi}.",
            $"{field.Label.En}: choose somebody of the agency who holds the role {role.En}.");
    }

    private static Text NamedBefore(FormField field) => new(
        $"{field.Label.Vi}: người này đã được chọn ở mục khác; chọn một người khác.",
        $"{field.Label.En}: this person is already chosen in another field; choose somebody else.");
}
