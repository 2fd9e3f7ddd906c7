using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Exports;
using ModBot.Dashboard.Pages;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Serving;

/// <summary>Registers what the page is made of.</summary>
internal static class DashboardServices
{
    /// <summary>The form field of the token without which nothing is changed.</summary>
    public const string TokenField = "_token";

    public static void Add(IServiceCollection services, DashboardOptions options, IServiceProvider ports)
    {
        Forward<IModerationLog>(services, ports);
        Forward<ICaseSearch>(services, ports);
        Forward<ICaseStatistics>(services, ports);
        Forward<ICaseNotes>(services, ports);
        Forward<ICaseReviewer>(services, ports);
        Forward<ICaseFeed>(services, ports);
        Forward<IAuditTrail>(services, ports);
        Forward<IViewingOptionsStore>(services, ports);
        Forward<IRuleSetStore>(services, ports);
        Forward<IGuildDirectory>(services, ports);
        Forward<IMemberAccess>(services, ports);
        Forward<RuleSetJson>(services, ports);
        Forward<TimeProvider>(services, ports);
        services.AddSingleton(options);
        services.AddSingleton<AccessMemory>();
        services.AddSingleton<EvidenceAudit>();
        services.AddSingleton<FrameSource>();
        services.AddSingleton<ExportDesk>();
        services.AddRouting();
        services.AddRazorComponents();
        services.AddDataProtection().SetApplicationName("ModBot").PersistKeysToFileSystem(Directory.CreateDirectory(options.KeyFolder));
        services.AddAntiforgery(forgery =>
        {
            forgery.FormFieldName = TokenField;
            forgery.Cookie.Name = "modbot-forms";
            forgery.Cookie.HttpOnly = true;
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = options.PublicUrl?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        SignIn.Add(services, options);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(GuildRequirement.ReadPolicy, policy => policy.RequireAuthenticatedUser().AddRequirements(new GuildRequirement(GuildRequirement.Read)))
            .AddPolicy(GuildRequirement.ActPolicy, policy => policy.RequireAuthenticatedUser().AddRequirements(new GuildRequirement(GuildRequirement.Act)))
            .AddPolicy(GuildRequirement.ManagePolicy, policy => policy.RequireAuthenticatedUser().AddRequirements(new GuildRequirement(GuildRequirement.Manage)));
        services.AddSingleton<IAuthorizationHandler, GuildAccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswer>();
        RateLimits.Add(services);
    }

    private static void Forward<T>(IServiceCollection services, IServiceProvider ports)
        where T : class => services.AddSingleton(ports.GetRequiredService<T>());
}
