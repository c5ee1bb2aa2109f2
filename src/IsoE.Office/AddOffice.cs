using IsoE.Office.Calendars;
using IsoE.Office.Cashiers;
using IsoE.Office.Deadlines;
using IsoE.Office.DocumentControl;
using IsoE.Office.Dossiers;
using IsoE.Office.Evidence;
using IsoE.Office.Improvement;
using IsoE.Office.Instances;
using IsoE.Office.Messages;
using IsoE.Office.Moves;
using IsoE.Office.NationalPortal;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality;
using IsoE.Office.Queue;
using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Seals;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Submissions;
using IsoE.Office.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office;

public static class OfficeRegistration
{
    /// <summary>The whole institution, capability by capability in the order of the house.</summary>
    public static IServiceCollection AddOffice(this IServiceCollection services, OfficeOptions options)
    {
        services.AddStorage(options);
        services.AddOrganisation();
        services.AddCalendars();
        services.AddProcedures();
        services.AddSingleton<DefinitionSource>(all =>
            all.GetRequiredService<ProcedureLibraries>().Definition);
        services.AddInstances();
        services.AddDeadlines(options);
        services.AddDocumentControl();
        services.AddTasks();
        services.AddSignatures();
        services.AddDossiers();
        services.AddCashiers();
        services.AddMoves();
        services.AddMessages(options);
        services.AddSubmissions();
        services.AddSeals();
        services.AddRecords();
        services.AddEvidence();
        services.AddNationalPortal(options);
        services.AddQueue();
        services.AddQuality();
        services.AddReports();
        services.AddImprovement();
        return services;
    }
}
