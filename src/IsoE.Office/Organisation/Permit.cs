using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>The check every command makes first: may this actor do this, to this?</summary>
public static class Permit
{
    /// <summary>Refuses unless some role of the actor carries the right.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, naming the roles that may.</exception>
    public static void Require(Actor actor, Right right)
    {
        if (!Rights.Allows(actor, right)) throw IsInvitedToAPart(actor, right) ? Partly(actor) : Refusal(actor, right);
    }

    /// <summary>Refuses unless some role of the actor carries the right in the whole agency.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, naming the roles that may.</exception>
    public static void RequireWhole(Actor actor, Right right)
    {
        if (Rights.Of(right, actor) == Reach.Agency) return;
        throw Rights.Allows(actor, right) ? Partly(actor) : Refusal(actor, right);
    }

    /// <summary>Refuses unless some role of the actor reaches this matter.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, naming the roles that may; <c>sod-10</c>.</exception>
    public static void Require(Actor actor, Right right, Matter matter)
    {
        if (!IsOpenTo(actor, matter)) throw Confidential(actor);
        if (!Allows(actor, right, matter)) throw Refusal(actor, right);
    }

    /// <summary>Refuses people who keep the system running: they decide on no dossier, whatever other roles they hold.</summary>
    /// <exception cref="RejectedException"><c>sod-7</c>.</exception>
    public static void RefuseAdministrators(Actor actor)
    {
        if (actor.IsAdministrator)
            throw new RejectedException("sod-7", new Text(
                $"{actor.Name} là quản trị hệ thống nên không được quyết định trên hồ sơ (SoD-7). Việc này do cán bộ nghiệp vụ thực hiện.",
                $"{actor.Name} is an administrator and may not decide on dossiers (SoD-7). An officer has to do it."));
    }

    public static bool Allows(Actor actor, Right right, Matter matter) =>
        actor.AgencyId == matter.AgencyId && IsOpenTo(actor, matter) && actor.Grants.Any(grant => Reaches(grant, actor, right, matter));

    /// <summary>The refusal of somebody who is not among the named people of a confidential matter. It tells nothing of the matter.</summary>
    public static RejectedException Confidential(Actor actor) => new("sod-10", new Text(
        $"Hồ sơ này thuộc diện bảo mật, chỉ những người được giao đích danh mới được xem và xử lý (SoD-10); {actor.Name} không có trong số đó.",
        $"This dossier is confidential: only the people named for it may see and work on it (SoD-10), and {actor.Name} is not one of them."));

    private static bool IsOpenTo(Actor actor, Matter matter) => !matter.IsConfidential || matter.People.Contains(actor.PersonId);

    private static bool Reaches(Grant grant, Actor actor, Right right, Matter matter)
    {
        if (grant.Procedure is not null && grant.Procedure != matter.Procedure) return false;
        return Rights.Of(right, grant.Role) switch
        {
            Reach.Agency => true,
            Reach.Unit => matter.Units.Count == 0 || grant.Units is null || grant.Units.Any(matter.Units.Contains)
                || IsTheirs(grant, actor, matter),
            Reach.Assigned => IsTheirs(grant, actor, matter),
            _ => false,
        };
    }

    private static bool IsTheirs(Grant grant, Actor actor, Matter matter) =>
        matter.People.Contains(actor.PersonId) || matter.RolesWanted.Contains(grant.Role);

    private static bool IsInvitedToAPart(Actor actor, Right right) => actor.Has(Roles.ExternalAuditor) && Rights.Of(right, Roles.ExternalAuditor) != Reach.None;

    private static RejectedException Partly(Actor actor) => new("not-allowed", new Text(
        $"Trang này nói về cả cơ quan; {actor.Name} chỉ được xem phần việc được giao hoặc được mời. Danh sách hồ sơ, sự không phù hợp và đánh giá hiện đúng phần đó.",
        $"This is about the whole agency; {actor.Name} may see only the part they were given or invited to. The lists of dossiers, nonconformities and audits show that part."));

    private static RejectedException Refusal(Actor actor, Right right)
    {
        var roles = Rights.RolesWith(right).Select(Roles.NameOf).ToList();
        var vi = string.Join(", ", roles.Select(role => role.Vi));
        var en = string.Join(", ", roles.Select(role => role.En));
        return new RejectedException("not-allowed", new Text(
            $"{actor.Name} không có quyền {right.Name.Vi}. Vai trò được phép: {vi}.",
            $"{actor.Name} may not {right.Name.En}. Roles that may: {en}."));
    }
}
