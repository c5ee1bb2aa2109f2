using IsoE.Office.Organisation;
using IsoE.Web.Identity;
using IsoE.Web.Language;
using IsoE.Workflows;

namespace IsoE.Web.Studio;

/// <summary>
/// Studio shows a person only answers of status 400 with <c>errors.generalErrors</c>, so every refusal of its interface is
/// given that way, also when nobody is signed in.
/// </summary>
public sealed class ElsaAnswers(Visitor visitor, Localiser words) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!visitor.IsSignedIn)
            return Refuse(["Phiên làm việc đã hết. Hãy đăng nhập lại."], ["Your session has ended. Sign in again."]);
        try
        {
            Permit.Require(visitor.Actor, Right.ReadDocument);
            return await next(context);
        }
        catch (RejectedException rejected)
        {
            return rejected.Fields.Count == 0
                ? Refuse([rejected.Reason.Vi], [rejected.Reason.En])
                : Refuse([.. rejected.Fields.Values.Select(each => each.Vi)], [.. rejected.Fields.Values.Select(each => each.En)]);
        }
    }

    private IResult Refuse(string[] vi, string[] en) =>
        Results.Json(new { errors = new { generalErrors = words.IsEnglish ? en : vi } }, statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>The list most of Studio's calls answer with.</summary>
public sealed record ElsaList<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}
