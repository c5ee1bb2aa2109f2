using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
namespace IsoE.Web.Studio;

/// <summary>Studio's calls on what there is: activities with their inputs, expressions, variables, strategies.</summary>
public static class DescriptorCalls
{
    private const string KeptVariable = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    public static void MapDescriptorCalls(this RouteGroupBuilder elsa)
    {
        elsa.MapGet("/descriptors/activities", Activities);
        elsa.MapGet("/descriptors/expression-descriptors", Expressions);
        elsa.MapGet("/descriptors/storage-drivers", StorageDrivers);
        elsa.MapGet("/descriptors/variables", Variables);
        elsa.MapGet("/descriptors/incident-strategies", IncidentStrategies);
        elsa.MapGet("/descriptors/workflow-activation-strategies", Nothing);
        elsa.MapGet("/descriptors/log-persistence-strategies", Nothing);
        elsa.MapGet("/descriptors/commit-strategies/workflows", Nothing);
        elsa.MapGet("/descriptors/commit-strategies/activities", Nothing);
        elsa.MapGet("/features/installed", Nothing);
    }

    private static async Task<ElsaList<ElsaActivity>> Activities(
        string procedure, ElsaVersions versions, ProcedureLibrary library, OfficeDb db, Localiser words, TimeProvider clock, CancellationToken cancel)
    {
        var latest = await versions.Latest(procedure, cancel);
        var units = await db.Set<Unit>().AsNoTracking().InForce(Shown.Day(clock.GetUtcNow())).OrderBy(unit => unit.Code).ToListAsync(cancel);
        var agencies = await db.Set<Agency>().AsNoTracking().OrderBy(agency => agency.Id).ToListAsync(cancel);
        var choices = StudioChoices.Of(TextOf(latest, library), library, units, agencies);
        var writer = new ElsaActivityWriter(words.Language, choices);
        return new ElsaList<ElsaActivity>([.. ActivityTypes.All.Select(writer.Write)]);
    }

    /// <summary>The ISO text that the procedure has now; the forms and records a step may name are declared there.</summary>
    private static Procedure? TextOf(ElsaVersion latest, ProcedureLibrary library) =>
        latest.Text is { } draft ? ProcedureReader.Read(ContentReading.TextFile, draft).Procedure
        : library.Find(latest.Code, latest.Version)?.Procedure;

    /// <summary>JavaScript is written on the authoring page, where it is checked; Studio shows it but does not offer it.</summary>
    private static ElsaList<object> Expressions(Localiser words) => new(
    [
        Expression("Literal", words["Giá trị", "Literal"], true),
        Expression("Object", words["Đối tượng", "Object"], true),
        Expression("Variable", words["Biến", "Variable"], true),
        Expression("Input", words["Đầu vào", "Input"], true),
        Expression("JavaScript", "JavaScript", false),
    ]);

    private static object Expression(string type, string displayName, bool isBrowsable) =>
        new { type, displayName, isSerializable = true, isBrowsable, properties = new Dictionary<string, object>() };

    private static object StorageDrivers(Localiser words) => new
    {
        items = new[] { new { typeName = KeptVariable, displayName = words["Lưu trong hồ sơ", "Kept in the dossier"], priority = 0, deprecated = false } },
    };

    private static object Variables() => new
    {
        items = TypeNames.All.Select(name => new { typeName = name, displayName = name, category = "IsoE", description = "" }),
    };

    private static ElsaList<object> IncidentStrategies(Localiser words) => new(
    [
        new { typeName = "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", displayName = words["Dừng lại chờ xử lý", "Fault"], description = "" },
        new
        {
            typeName = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core",
            displayName = words["Các nhánh khác đi tiếp", "Continue with incidents"],
            description = "",
        },
    ]);

    private static ElsaList<object> Nothing() => new([]);
}
