using IsoE.Office.Procedures;

namespace IsoE.Web.Api;

/// <summary><c>GET /schemas/{file}</c>: the JSON Schemas of definitions and ISO texts, at addresses that stay.</summary>
public static class SchemaFiles
{
    public static void MapSchemaFiles(this IEndpointRouteBuilder routes) => routes
        .MapGet("/schemas/{file}", (string file) => PublishedSchemas.Files.TryGetValue(file, out var schema)
            ? Results.Text(schema.Value, "application/schema+json")
            : Results.NotFound())
        .ExcludeFromDescription().AllowAnonymous();
}
