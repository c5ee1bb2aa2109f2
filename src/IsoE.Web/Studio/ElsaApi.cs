namespace IsoE.Web.Studio;

/// <summary>
/// The part of Elsa 3's REST interface that Elsa Studio calls, below <c>/elsa/api/{procedure}</c>: each procedure has a
/// base address of its own, so that lists can offer what that procedure declares.
/// </summary>
/// <remarks>
/// The same rights and commands as the pages. Cookies are not sent by other sites (SameSite) and bodies are JSON, which
/// forms cannot send.
/// </remarks>
public static class ElsaApi
{
    public const string Root = "/elsa/api";

    public static void MapElsaApi(this IEndpointRouteBuilder routes)
    {
        var elsa = routes.MapGroup(Root + "/{procedure}").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter<ElsaAnswers>();
        elsa.MapDefinitionCalls();
        elsa.MapDescriptorCalls();
        elsa.MapInstanceCalls();
    }
}
