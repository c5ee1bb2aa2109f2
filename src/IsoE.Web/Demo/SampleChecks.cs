using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Demo;

/// <summary>Whether what the samples name exists, and whether their scripts run forward in time.</summary>
internal static class SampleChecks
{
    public static void Agencies(SampleAgencies samples, YamlMap root)
    {
        if (samples.Agencies.All(a => a.Id != samples.Main))
            root.Problem("main", new Text($"Không có cơ quan \"{samples.Main}\".", $"There is no agency \"{samples.Main}\"."));
        foreach (var user in samples.Agencies.SelectMany(a => a.People).GroupBy(p => p.User, StringComparer.Ordinal).Where(g => g.Count() > 1))
            root.Problem("agencies", new Text($"Tên đăng nhập \"{user.Key}\" bị trùng.", $"The user name \"{user.Key}\" is used twice."));
        foreach (var agency in samples.Agencies.Where(a => !AgencyKinds.All.ContainsKey(a.Kind) || !AgencyKinds.Levels.ContainsKey(a.Level)))
            root.Problem("agencies", new Text(
                $"{agency.Id}: cấp \"{agency.Level}\" hoặc loại \"{agency.Kind}\" không có.",
                $"{agency.Id}: there is no level \"{agency.Level}\" or kind \"{agency.Kind}\"."));
        foreach (var agency in samples.Agencies)
            foreach (var message in agency.People.SelectMany(p => Person(agency, p)))
                root.Problem("agencies", message);
    }

    /// <param name="taken">Ids used in the files before this one.</param>
    public static void Dossiers(IReadOnlyList<SampleDossier> dossiers, IReadOnlyList<string> taken, SampleAgencies agencies, YamlMap root)
    {
        foreach (var id in taken.Concat(dossiers.Select(d => d.Id)).GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            root.Problem("dossiers", new Text($"Mã mẫu \"{id.Key}\" bị trùng.", $"The sample id \"{id.Key}\" is used twice."));
        foreach (var dossier in dossiers)
            foreach (var message in Dossier(dossier, agencies).Distinct())
                root.Problem("dossiers", new Text($"{dossier.Id}: {message.Vi}", $"{dossier.Id}: {message.En}"));
    }

    private static IEnumerable<Text> Person(SampleAgency agency, SamplePerson person)
    {
        foreach (var role in person.Roles.Where(r => !Roles.All.ContainsKey(r)))
            yield return new Text($"{person.User}: không có vai trò \"{role}\".", $"{person.User}: there is no role \"{role}\".");
        if (person.Unit is { } unit && agency.Units.All(u => u.Code != unit))
            yield return new Text($"{person.User}: cơ quan không có đơn vị \"{unit}\".", $"{person.User}: the agency has no unit \"{unit}\".");
        if (person.Position is { } position && agency.Positions.All(p => p.Code != position))
            yield return new Text($"{person.User}: cơ quan không có chức vụ \"{position}\".", $"{person.User}: the agency has no position \"{position}\".");
    }

    private static IEnumerable<Text> Dossier(SampleDossier dossier, SampleAgencies agencies)
    {
        if ((dossier.Refused is null) != (dossier.Steps.Count > 0))
            yield return new Text("phải có diễn biến hoặc lý do từ chối tiếp nhận.", "needs a course or a reason for the refusal at the counter.");
        var users = dossier.Steps.Select(s => s.By).Concat(dossier.Steps.SelectMany(SampleValues.People)).Append(dossier.Received.By);
        foreach (var user in users.Where(u => agencies.Find(u) is null))
            yield return new Text($"không có người dùng \"{user}\".", $"there is no user \"{user}\".");
        var before = (Day: 0, dossier.Received.At);
        foreach (var step in dossier.Steps)
        {
            if ((step.Day, step.At).CompareTo(before) < 0)
                yield return new Text($"bước lúc +{step.Day} {step.At:HH:mm} đi ngược thời gian.", $"the step at +{step.Day} {step.At:HH:mm} goes back in time.");
            before = (step.Day, step.At);
            foreach (var name in SampleValues.Placeholders(step).Where(n => !dossier.With.ContainsKey(n)))
                yield return new Text($"thiếu giá trị cho {{{name}}}.", $"the value of {{{name}}} is missing.");
        }
    }
}
