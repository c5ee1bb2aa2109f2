using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>Who has seen whose data, and when. Whoever may not see it all sees the own reads.</summary>
public sealed class ReadsModel(ListReads list, OfficeDb db) : Screen
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>Code of a dossier.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Dossier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public bool SeesAll => Visitor.MayInWholeAgency(Right.ReadAuditLog);
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public ReadPage Reads { get; private set; } = new([], null);

    public async Task OnGet(CancellationToken cancel)
    {
        if (!SeesAll) Person = Actor.PersonId;
        Reads = await list.Run(Actor, Blank(Person), Blank(Dossier), Blank(Before), Size, cancel);
        if (!SeesAll) return;
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.FullName).Select(person => new { person.Id, person.FullName }).ToListAsync(cancel);
        People = [new(T["– Mọi người –", "– Everybody –"], ""), .. people.Select(person => new SelectListItem(person.FullName, person.Id))];
    }
}
