using IsoE.Office.Organisation;

namespace IsoE.Web.Identity;

/// <summary>Who looks at the pages in this request: a person of an agency, or somebody of the public.</summary>
public sealed class Visitor
{
    private Actor? _actor;
    private Agency? _agency;

    public bool IsSignedIn => _actor is not null;

    /// <summary>The person with the roles held today.</summary>
    /// <exception cref="InvalidOperationException">Nobody has signed in; the page should have asked for it.</exception>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody has signed in.");

    /// <summary>The agency of the person; null for the public.</summary>
    public Agency? Agency => _agency;

    /// <summary>Keeps the system running and decides on nothing (SoD-7).</summary>
    public bool IsAdministrator => _actor?.IsAdministrator == true;

    public bool May(Right right) => _actor is not null && Rights.Allows(_actor, right);

    public bool MayInWholeAgency(Right right) => _actor is not null && Rights.Of(right, _actor) == Reach.Agency;

    internal void Enter(Actor actor, Agency agency)
    {
        _actor = actor;
        _agency = agency;
    }
}
