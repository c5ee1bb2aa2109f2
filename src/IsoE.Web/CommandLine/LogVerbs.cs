using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>What the verbs on event logs share.</summary>
internal static class LogVerbs
{
    /// <summary>Settings are those with a colon in their name: <c>--IsoE:Data=FOLDER</c>.</summary>
    public static (IReadOnlyList<string> Own, IReadOnlyList<string> Settings) Split(IReadOnlyList<string> arguments)
    {
        var settings = arguments.Where(each =>
            each.StartsWith("--", StringComparison.Ordinal) && each.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && each[..equals].Contains(':', StringComparison.Ordinal)).ToList();
        return ([.. arguments.Except(settings)], settings);
    }

    /// <summary>Whoever has the command line of the server acts for the agency.</summary>
    public static Actor Actor(string agencyId, string role) => new(agencyId, "system", "isoe", [new Grant(role)]);

    public static IServiceScope Enter(WebApplication office, string agencyId)
    {
        var scope = office.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencyId);
        if (scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<Agency>().Any(agency => agency.Id == agencyId)) return scope;
        scope.Dispose();
        throw new UsageException(new Text($"Không có cơ quan “{agencyId}”.", $"There is no agency “{agencyId}”."));
    }

    public static UsageException Unknown(string option, string value) =>
        new(new Text($"Không hiểu “{value}” của {option}.", $"“{value}” of {option} is not understood."));
}
