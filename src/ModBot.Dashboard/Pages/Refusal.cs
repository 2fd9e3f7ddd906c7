using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ModBot.Dashboard.Pages;

/// <summary>Says why there is no page.</summary>
internal static class Refusal
{
    public static RazorComponentResult<RefusalPage> Of(int status, string title, string text) => View.Of<RefusalPage>(new RefusalModel(PageFrame.Bare(title), text), status);

    public static RazorComponentResult<RefusalPage> Missing(string text) => Of(StatusCodes.Status404NotFound, "Nothing here", text);

    public static Task WriteAsync(HttpContext http, int status, string title, string text) =>
        Of(status, title, text).ExecuteAsync(http);
}
