using System.Globalization;
using IsoE.Documents.Forms;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>Writes every paper of the demonstration as PDF: records of the dossiers, registers, reports, procedures.</summary>
internal sealed class WritePapers(IServiceProvider office, SampleAgencies agencies, string output)
{
    private const string Dossiers = "dossiers";
    private const string Reports = "reports";
    private const string Procedures = "procedures";

    private static readonly string[] Languages = ["vi", "en"];

    private int written;
    private int planned;

    /// <param name="progress">Told after each paper how many of all are written.</param>
    /// <returns>Number of files written.</returns>
    public async Task<int> Run(Period period, Action<int, int> progress, CancellationToken cancel)
    {
        var papers = new List<Paper>();
        foreach (var agency in agencies.Agencies) papers.AddRange(await OfDossiers(agency, cancel));
        papers.AddRange(OfReports(period));
        papers.AddRange(OfProcedures());
        planned = papers.Count;
        foreach (var paper in papers)
        {
            await Write(paper, cancel);
            progress(written, planned);
        }
        return written;
    }

    /// <summary>Whoever may read everything at an agency but what is confidential: its leader.</summary>
    private static SamplePerson? LeaderOf(SampleAgency agency) => agency.People.FirstOrDefault(p => p.Roles.Contains(Roles.AgencyLeader));

    /// <summary>A confidential dossier is read by one of its named people: who received it.</summary>
    private static SamplePerson? ReaderOf(SampleAgency agency, bool isConfidential, string? receivedBy) =>
        isConfidential ? agency.People.FirstOrDefault(p => SampleIds.Person(p.User) == receivedBy) : LeaderOf(agency);

    private async Task<IReadOnlyList<Paper>> OfDossiers(SampleAgency agency, CancellationToken cancel)
    {
        await using var scope = Scope(agency.Id);
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var dossiers = await db.Set<DossierRow>().AsNoTracking().OrderBy(d => d.Code)
            .Select(d => new { d.InstanceId, d.Code, d.IsInternal, d.IsConfidential, d.ReceivedBy }).ToListAsync(cancel);
        var records = (await db.Set<RecordRow>().AsNoTracking().OrderBy(r => r.InstanceId).ThenBy(r => r.Sequence)
            .Select(r => new { r.Id, r.InstanceId }).ToListAsync(cancel)).ToLookup(r => r.InstanceId, r => r.Id);
        return
        [
            .. from dossier in dossiers
               let reader = ReaderOf(agency, dossier.IsConfidential, dossier.ReceivedBy)
               where reader is not null
               from paper in OfDossier(agency, reader, dossier.InstanceId, dossier.Code, dossier.IsInternal, records[dossier.InstanceId])
               select paper,
        ];
    }

    private static IEnumerable<Paper> OfDossier(
        SampleAgency agency, SamplePerson reader, string dossierId, string code, bool isInternal, IEnumerable<string> records)
    {
        var folder = Path.Combine(Dossiers, code);
        IEnumerable<Paper> sheet = isInternal
            ? [] : [new Paper(agency, reader, folder, "", (s, a, c) => One(s.GetRequiredService<PrintControlSheet>().Run(a, dossierId, c)))];
        return
        [
            .. records.Select((record, i) =>
                new Paper(agency, reader, folder, $"{i + 1:00}-", (s, a, c) => One(s.GetRequiredService<OpenRecord>().Run(a, record, c)))),
            .. sheet,
            new Paper(agency, reader, folder, "", (s, a, c) => One(s.GetRequiredService<PrintDossierRecord>().Run(a, dossierId, c))),
        ];
    }

    private IEnumerable<Paper> OfReports(Period period)
    {
        var main = agencies.Agencies.Single(a => a.Id == agencies.Main);
        var reader = main.People.First(p => p.Roles.Contains(Roles.Qmr));
        return
        [
            new Paper(main, reader, Reports, "", (s, a, c) => One(s.GetRequiredService<PrintCompliance>().Report(a, period, null, null, "vi", c))),
            new Paper(main, reader, Reports, "en-", (s, a, c) => One(s.GetRequiredService<PrintCompliance>().Report(a, period, null, null, "en", c))),
            new Paper(main, reader, Reports, "", (s, a, c) => One(s.GetRequiredService<PrintCompliance>().Form06(a, period, c))),
            new Paper(main, reader, Reports, "", (s, a, c) => s.GetRequiredService<PrintRegister>().Run(a, period, c)),
        ];
    }

    private IEnumerable<Paper> OfProcedures()
    {
        var main = agencies.Agencies.Single(a => a.Id == agencies.Main);
        return
            from version in office.GetRequiredService<ProcedureLibraries>().Of(main.Id).All
            from language in Languages
            select new Paper(main, LeaderOf(main)!, Procedures, "", (s, a, c) =>
                One(s.GetRequiredService<PrintProcedure>().Run(a.AgencyId, version.Code, version.Version, language, ProcedureStyle.Flowchart, c)));
    }

    private async Task Write(Paper paper, CancellationToken cancel)
    {
        await using var scope = Scope(paper.Agency.Id);
        var actor = await scope.ServiceProvider.GetRequiredService<ResolveActor>()
            .Run(paper.Agency.Id, SampleIds.Person(paper.Reader.User), cancel);
        var folder = Path.Combine(output, paper.Folder);
        Directory.CreateDirectory(folder);
        foreach (var printed in await paper.Print(scope.ServiceProvider, actor, cancel))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{paper.Prefix}{printed.FileName}")), printed.Pdf, cancel);
            written++;
        }
    }

    private AsyncServiceScope Scope(string agencyId)
    {
        var scope = office.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAgency>().Enter(agencyId);
        return scope;
    }

    private static async Task<IReadOnlyList<PrintedDocument>> One(Task<PrintedDocument> printed) => [await printed];

    /// <param name="Reader">Who opens it; papers are read under the same rights as in the pages.</param>
    /// <param name="Prefix">Before the file's name, where one dossier leaves a record twice.</param>
    private sealed record Paper(
        SampleAgency Agency,
        SamplePerson Reader,
        string Folder,
        string Prefix,
        Func<IServiceProvider, Actor, CancellationToken, Task<IReadOnlyList<PrintedDocument>>> Print);
}
