namespace IsoE.Web.Api;

/// <summary>What every call of the API may answer instead of what was asked for, for its description.</summary>
internal static class Refusals
{
    /// <summary>Not signed in, not allowed, refused by a rule of the office; each as Problem Details.</summary>
    public static TBuilder ProducesRefusals<TBuilder>(this TBuilder calls)
        where TBuilder : IEndpointConventionBuilder => calls.WithMetadata(
            Problem(StatusCodes.Status401Unauthorized), Problem(StatusCodes.Status403Forbidden), Problem(StatusCodes.Status422UnprocessableEntity));

    private static ProducesResponseTypeMetadata Problem(int status) =>
        new(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]);
}
