namespace ModBot.Core.Links;

/// <summary>Kinds of hosts that anyone can put something on, without saying who they are.</summary>
internal static class HostTraits
{
    /// <summary>Services that turn a short address into another. Our own collection of well-known ones.</summary>
    private static readonly DomainSet ShortenerHosts = new(
        ("bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly tiny.cc bl.ink short.io s.id lnkd.in adf.ly ouo.io ouo.press shorte.st sh.st bc.vc za.gl "
        + "linkvertise.com link-to.net direct-link.net link-center.net link-hub.net link-target.net up-to-down.net loot-link.com lootdest.com work.ink exe.io exey.io cpmlink.net gplinks.in shrinkme.io shrinke.me "
        + "clck.ru vk.cc u.to qps.ru goo.su 1url.ru surl.li surl.lu tny.im tr.im x.co soo.gd yourls.org snip.ly short.gy shor.by kutt.it qr.ae qrco.de q-r.to me-qr.com l.ead.me urlz.fr "
        + "hyperurl.co smarturl.it geni.us lstu.fr dub.sh dub.co t2m.io zpr.io trib.al rotf.lol ulvis.net urlshort.dev 2no.co iplogger.org iplogger.com iplogger.ru grabify.link blasze.com ps3cfw.com "
        + "han.gl me2.do url.kr bitly.kr vo.la c11.kr reurl.cc lihi.cc pse.is dwz.cn suo.im t.cn url.cn ln.run lc.chat shorturl.asia bom.so by.com.vn rg.link s.coop zws.im").Split(' '));

    /// <summary>Services where a stranger's file is one click away.</summary>
    private static readonly DomainSet FileHosts = new(
        ("mediafire.com mega.nz mega.io mega.co.nz gofile.io pixeldrain.com anonfiles.com bayfiles.com wetransfer.com we.tl file.io sendspace.com zippyshare.com workupload.com dropmefiles.com krakenfiles.com "
        + "catbox.moe litterbox.catbox.moe transfer.sh filemail.com ufile.io easyupload.io uploadfiles.io filebin.net temp.sh oshi.at 1fichier.com rapidgator.net nitroflare.com turbobit.net katfile.com "
        + "ddownload.com uploaded.net uptobox.com upload.ee up-4ever.net userscloud.com send.cm sendgb.com fromsmash.com tmpfiles.org bashupload.com files.fm filedropper.com 4shared.com depositfiles.com "
        + "hexupload.net mixdrop.co racaty.net solidfiles.com usersdrive.com uloz.to disk.yandex.ru disk.yandex.com yadi.sk cloud.mail.ru dropapk.to qiwi.gg buzzheavier.com fileditch.com swisstransfer.com "
        + "limewire.com send.vis.ee send.now sharefile.com filetransfer.io sendanywhe.re send-anywhere.com jumpshare.com modsfire.com sharemods.com simfileshare.net datanodes.to filecrypt.cc filecrypt.co").Split(' '));

    /// <summary>True for a link shortener.</summary>
    public static bool IsShortener(ReadOnlySpan<char> host) => ShortenerHosts.Covers(host);

    /// <summary>True for a host of other people's files.</summary>
    public static bool IsFileHost(ReadOnlySpan<char> host) => FileHosts.Covers(host);
}
