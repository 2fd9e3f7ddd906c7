using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ModBot.Sandbox.Rest;

/// <summary>Reads a request's body: JSON, or multipart with payload_json and files.</summary>
internal static class BodyReader
{
    /// <summary>Discord's limit for one request.</summary>
    public const int MaxBytes = 25 << 20;

    private const int MaxFiles = 10;

    /// <summary>Discord's limit for one file without boosts.</summary>
    private const int MaxFileBytes = 10 << 20;

    public static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || request.ContentLength == 0)
            return (null, []);
        if (request.ContentLength > MaxBytes)
            throw ApiErrors.BodyTooLarge();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type))
            return (await NothingAsync(request, cancellationToken), []);
        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/json" => (Parse(await AllAsync(request.Body, MaxBytes, cancellationToken)), []),
            "multipart/form-data" => await MultipartAsync(request.Body, type, cancellationToken),
            _ => throw BadContentType(),
        };
    }

    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return null;
        try
        {
            JsonNode? node = JsonNode.Parse(utf8);
            Materialise(node);
            return node;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            throw ApiErrors.BadJson();
        }
    }

    /// <summary>JsonObject finds duplicate keys and invalid escapes only when looked into: look now, not in a handler.</summary>
    private static void Materialise(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach ((_, JsonNode? inner) in map)
                    Materialise(inner);
                break;
            case JsonArray list:
                foreach (JsonNode? inner in list)
                    Materialise(inner);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }

    private static ApiErrorException BadContentType() => ApiErrors.Form(
        "",
        "CONTENT_TYPE_INVALID",
        "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");

    private static async Task<JsonNode?> NothingAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] content = await AllAsync(request.Body, MaxBytes, cancellationToken);
        return content.Length == 0 ? null : throw BadContentType();
    }

    private static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files)> MultipartAsync(Stream body, MediaTypeHeaderValue type, CancellationToken cancellationToken)
    {
        string? boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
            throw BadContentType();
        var reader = new MultipartReader(boundary, body);
        JsonNode? payload = null;
        var fields = new JsonObject();
        var files = new List<UploadedFile>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
                    throw BadContentType();
                string name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                string? fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                byte[] content = await AllAsync(section.Body, fileName is null ? MaxBytes : MaxFileBytes, cancellationToken);
                if (name == "payload_json")
                    payload = Parse(content);
                else if (fileName is not null)
                    files.Add(new UploadedFile(FileIndex(name, files.Count), fileName, section.ContentType, content));
                else
                    fields[name] = Encoding.UTF8.GetString(content);
                if (files.Count > MaxFiles)
                    throw ApiErrors.Form("files", "BASE_TYPE_MAX_LENGTH", $"Must be {MaxFiles} or fewer in length.");
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw ApiErrors.Form("", "MULTIPART_INVALID", "The multipart body could not be read.");
        }

        return (payload ?? fields, files);
    }

    private static int FileIndex(string name, int fallback) =>
        name.StartsWith("files[", StringComparison.Ordinal) && name.EndsWith(']') && int.TryParse(name[6..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? index
            : fallback;

    private static async Task<byte[]> AllAsync(Stream stream, int max, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[16 << 10];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > max)
                throw ApiErrors.BodyTooLarge();
        }

        return buffer.ToArray();
    }
}
