using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.DocumentControl.ExternalDocuments;

/// <summary>The controlled list of texts from outside.</summary>
/// <remarks>
/// Two sources, one order: a text the agency has recorded is as its list says; one that procedures cite and nobody has
/// recorded is as the newest of them says. So the list is never empty, and never in contradiction with itself.
/// </remarks>
public sealed class ExternalDocumentList(OfficeDb db, ProcedureLibraries libraries, TimeProvider clock)
{
    /// <summary>Today in the agency's zone.</summary>
    public DateOnly Today => VietnamTime.DateOf(clock.GetUtcNow());

    /// <summary>Every text recorded or cited, by number.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<ExternalDocument>> List(Actor actor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadDocument);
        return await All(actor.AgencyId, cancel);
    }

    /// <summary>The text with this number; null when it is neither recorded nor cited.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<ExternalDocument?> Find(Actor actor, string number, CancellationToken cancel) =>
        (await List(actor, cancel)).FirstOrDefault(each => ExternalDocumentRow.Key(each.Number) == ExternalDocumentRow.Key(number));

    /// <summary>Of the texts a procedure rests on, those that are no longer in force on a day.</summary>
    public async Task<IReadOnlyList<ExternalDocument>> Expired(string agencyId, Procedure procedure, DateOnly on, CancellationToken cancel)
    {
        var known = (await Recorded(agencyId, cancel)).ToDictionary(row => ExternalDocumentRow.Key(row.Number), StringComparer.Ordinal);
        var texts = procedure.LegalBasis.DistinctBy(basis => ExternalDocumentRow.Key(basis.Number)).Select(basis =>
            known.GetValueOrDefault(ExternalDocumentRow.Key(basis.Number)) is { } row ? Of(row, [procedure.Code]) : Of(basis, [procedure.Code]));
        return [.. texts.Where(text => text.IsExpired(on))];
    }

    /// <summary>The texts no longer in force that procedures in force rest on, by the code of the procedure.</summary>
    public async Task<ILookup<string, ExternalDocument>> ExpiredByProcedure(string agencyId, CancellationToken cancel)
    {
        var today = Today;
        var inForce = libraries.Of(agencyId).InForce(today);
        var expired = (await All(agencyId, cancel)).Where(text => text.IsExpired(today)).ToDictionary(text => ExternalDocumentRow.Key(text.Number), StringComparer.Ordinal);
        return inForce
            .SelectMany(version => version.Procedure.LegalBasis.Select(basis => ExternalDocumentRow.Key(basis.Number)).Distinct()
                .Where(expired.ContainsKey).Select(key => (version.Code, Text: expired[key])))
            .ToLookup(pair => pair.Code, pair => pair.Text, StringComparer.Ordinal);
    }

    internal async Task<IReadOnlyList<ExternalDocument>> All(string agencyId, CancellationToken cancel)
    {
        var cited = libraries.Of(agencyId).All.DistinctBy(version => version.Code)
            .SelectMany(version => version.Procedure.LegalBasis.Select(basis => (version.Code, Basis: basis)))
            .ToLookup(each => ExternalDocumentRow.Key(each.Basis.Number), StringComparer.Ordinal);
        var recorded = await Recorded(agencyId, cancel);
        var known = recorded.Select(row => ExternalDocumentRow.Key(row.Number)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. recorded.Select(row => Of(row, Codes(cited[ExternalDocumentRow.Key(row.Number)])))
                .Concat(cited.Where(group => !known.Contains(group.Key)).Select(group => Of(Best(group.Select(each => each.Basis)), Codes(group))))
                .OrderBy(text => text.Kind).ThenBy(text => text.Number, StringComparer.Ordinal),
        ];
    }

    private Task<List<ExternalDocumentRow>> Recorded(string agencyId, CancellationToken cancel) => db.Set<ExternalDocumentRow>()
        .IgnoreQueryFilters().AsNoTracking().Where(row => row.AgencyId == agencyId).ToListAsync(cancel);

    private static List<string> Codes(IEnumerable<(string Code, LegalBasis Basis)> citations) =>
        [.. citations.Select(each => each.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Of what several procedures say of one text: what is verified, then what has the most dates.</summary>
    private static LegalBasis Best(IEnumerable<LegalBasis> said) => said
        .OrderByDescending(basis => basis.Source.Verified)
        .ThenByDescending(basis => (basis.EffectiveTo is null ? 0 : 1) + (basis.EffectiveFrom is null ? 0 : 1)).First();

    private static ExternalDocument Of(ExternalDocumentRow row, IReadOnlyList<string> citedBy) => new(
        row.Number, new Text(row.TitleVi, row.TitleEn), row.Issuer, row.Kind, row.EffectiveFrom, row.EffectiveTo, row.ReplacedBy,
        Source.Parse(row.Source)!, IsRecorded: true, citedBy);

    private static ExternalDocument Of(LegalBasis basis, IReadOnlyList<string> citedBy) => new(
        basis.Number, basis.Title, ExternalKinds.IssuerOf(basis.Number), ExternalKinds.Of(basis.Number), basis.EffectiveFrom, basis.EffectiveTo,
        null, basis.Source, IsRecorded: false, citedBy);
}
