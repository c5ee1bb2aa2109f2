using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IsoE.Web.Api;

/// <summary>A dossier as the API gives it; instants are UTC.</summary>
/// <param name="Status">National status, 1 to 10.</param>
public sealed record DossierAnswer(
    string Code,
    string ProcedureCode,
    int ProcedureVersion,
    string CaseId,
    string ApplicantName,
    int Status,
    string StatusName,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? FinishedAt,
    bool IsPaused,
    IReadOnlyList<TaskAnswer> OpenTasks);

/// <summary><c>GET /api/dossiers/{code}</c></summary>
public static class DossierApi
{
    public static void MapDossierApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/dossiers/{code}", Find)
        .RequireAuthorization(Right.ReadDossier.Code)
        .ProducesRefusals()
        .WithName("FindDossier")
        .WithSummary("One dossier by its code, with its open tasks.");

    private static async Task<Results<Ok<DossierAnswer>, NotFound>> Find(
        string code, Visitor visitor, FindDossier find, CancellationToken cancel)
    {
        if (await find.Run(visitor.Actor, code, cancel) is not { } view) return TypedResults.NotFound();
        var row = view.Dossier;
        return TypedResults.Ok(new DossierAnswer(
            row.Code,
            row.ProcedureCode,
            row.ProcedureVersion,
            row.CaseId,
            row.ApplicantName,
            row.NationalStatus,
            NationalStatus.NameOf(row.NationalStatus, row.IsInternal).Vi,
            row.ReceivedAt,
            row.PromisedAt,
            row.FinishedAt,
            row.IsPaused,
            [.. view.OpenTasks.Select(TaskAnswer.Of)]));
    }
}
