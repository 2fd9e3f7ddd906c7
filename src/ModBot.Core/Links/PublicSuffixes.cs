using System.Collections.Frozen;

namespace ModBot.Core.Links;

/// <summary>
/// Suffixes of more than one label under which anyone can register a name, so that <c>a.co.uk</c> and <c>b.co.uk</c> are not
/// one owner's. Facts taken from the Public Suffix List (publicsuffix.org, the list itself is MPL-2.0): the common ones only.
/// </summary>
public static class PublicSuffixes
{
    private const string List =
        "co.uk org.uk me.uk ltd.uk plc.uk net.uk ac.uk gov.uk sch.uk nhs.uk com.au net.au org.au edu.au gov.au id.au asn.au co.nz net.nz org.nz govt.nz ac.nz school.nz geek.nz "
        + "co.jp ne.jp or.jp ac.jp go.jp gr.jp ad.jp co.kr or.kr ne.kr re.kr go.kr pe.kr com.cn net.cn org.cn gov.cn edu.cn ac.cn com.tw org.tw edu.tw idv.tw com.hk org.hk edu.hk "
        + "com.sg edu.sg org.sg gov.sg com.my net.my org.my edu.my gov.my co.in net.in org.in gen.in firm.in ind.in ac.in edu.in gov.in nic.in res.in com.br net.br org.br gov.br edu.br "
        + "com.mx org.mx gob.mx edu.mx com.ar net.ar org.ar gob.ar edu.ar com.co net.co org.co edu.co gov.co com.pe org.pe com.ve com.ec com.uy com.py com.bo co.cr com.gt com.pa com.do "
        + "com.tr net.tr org.tr gen.tr web.tr gov.tr edu.tr bel.tr com.ua net.ua org.ua in.ua kiev.ua edu.ua gov.ua com.ru msk.ru spb.ru org.ru net.ru pp.ru com.pl net.pl org.pl edu.pl gov.pl "
        + "waw.pl info.pl co.za org.za net.za web.za gov.za ac.za com.ng org.ng gov.ng edu.ng com.gh com.eg co.ke or.ke co.tz co.ug co.zw co.zm com.sa net.sa org.sa edu.sa gov.sa "
        + "co.ae com.pk net.pk org.pk edu.pk gov.pk com.bd com.np com.lk com.ph net.ph org.ph edu.ph gov.ph co.id or.id web.id ac.id go.id sch.id my.id co.th in.th or.th ac.th go.th "
        + "com.vn net.vn org.vn edu.vn gov.vn com.kh co.il org.il net.il ac.il gov.il muni.il com.cy com.gr org.gr edu.gr gov.gr com.mt com.pt org.pt edu.pt gov.pt com.es org.es nom.es gob.es "
        + "com.fr asso.fr gouv.fr co.at or.at ac.at gv.at co.hu com.ro org.ro com.hr com.rs co.rs com.mk com.al co.it gov.it edu.it priv.no co.no com.de eu.com uk.com us.com ru.com de.com "
        + "gb.net uk.net eu.org us.org in.net jp.net "
        + "github.io gitlab.io githubusercontent.com gitbook.io web.app firebaseapp.com appspot.com run.app cloudfunctions.net blogspot.com page.link vercel.app now.sh netlify.app pages.dev "
        + "workers.dev r2.dev trycloudflare.com herokuapp.com onrender.com fly.dev railway.app up.railway.app deno.dev glitch.me repl.co replit.app replit.dev surge.sh azurewebsites.net "
        + "azurestaticapps.net cloudapp.net windows.net blob.core.windows.net web.core.windows.net amazonaws.com s3.amazonaws.com elasticbeanstalk.com cloudfront.net amplifyapp.com ngrok.io ngrok.app "
        + "ngrok-free.app ngrok-free.dev loca.lt weebly.com weeblysite.com wixsite.com editorx.io wordpress.com squarespace.com webflow.io framer.app framer.website framer.ai carrd.co notion.site "
        + "myshopify.com square.site godaddysites.com 000webhostapp.com infinityfreeapp.com rf.gd great-site.net altervista.org neocities.org tumblr.com myftp.org duckdns.org ddns.net no-ip.org "
        + "hopto.org zapto.org sytes.net servehttp.com dynv6.net freeddns.org linkpc.net ipfs.dweb.link dweb.link translate.goog";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes =
        List.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The part of a host that one owner registered: the public suffix and the label before it. The whole host where it has no more.</summary>
    public static ReadOnlySpan<char> RegistrableDomain(ReadOnlySpan<char> host)
    {
        int suffix = SuffixStart(host);
        return suffix == 0 ? host : host[(host[..(suffix - 1)].LastIndexOf('.') + 1)..];
    }

    /// <summary>True where anyone can register a name under the whole host.</summary>
    public static bool IsSuffix(ReadOnlySpan<char> host) => Suffixes.Contains(host) || IsCountrySuffix(host);

    /// <summary>Where the public suffix begins; 0 where the host is nothing else.</summary>
    public static int SuffixStart(ReadOnlySpan<char> host)
    {
        int start = host.LastIndexOf('.') + 1;
        int widest = start;
        for (int labels = 2; labels <= 4 && start > 1; labels++)
        {
            start = host[..(start - 1)].LastIndexOf('.') + 1;
            if (Suffixes.Contains(host[start..]) || (labels == 2 && IsCountrySuffix(host[start..])))
                widest = start;
        }

        return widest;
    }

    /// <summary>Nearly every country that registers under the third level uses these names for the second.</summary>
    private static bool IsCountrySuffix(ReadOnlySpan<char> suffix) =>
        suffix.Length >= 5 && suffix[^3] == '.' && suffix[..^3] is "com" or "co" or "net" or "org" or "edu" or "gov" or "ac";
}
