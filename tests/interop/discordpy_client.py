"""A bot on discord.py that does what the lines on its standard input ask and tells on its standard output what it saw,
one JSON object a line. sandbox.mjs drives it; discordjs-client.mjs is its twin on discord.js."""

import asyncio
import datetime
import json
import os
import sys

import discord
import yarl
from discord import app_commands

REST_URL = os.environ["INTEROP_REST_URL"]


def tell(**line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def milliseconds(moment):
    return None if moment is None else int(moment.timestamp() * 1000)


class Press(discord.ui.View):
    def __init__(self, custom_id):
        super().__init__(timeout=None)
        button = discord.ui.Button(label="Press", style=discord.ButtonStyle.primary, custom_id=custom_id)
        button.callback = self.pressed
        self.add_item(button)

    async def pressed(self, interaction):
        await interaction.response.edit_message(content=f"pressed by {interaction.user.id}", view=None)
        tell(event="interaction", kind=interaction.type.value, user=str(interaction.user.id))


class Bot(discord.Client):
    def __init__(self):
        intents = discord.Intents.none()
        intents.guilds = intents.members = intents.bans = intents.guild_messages = intents.message_content = True
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(echo)
        self.tree.add_command(slow)

    async def setup_hook(self):
        # discord.py 2.2 keeps Discord's gateway as a constant and does not ask GET /gateway/bot by itself.
        gateway = await self.http.request(discord.http.Route("GET", "/gateway/bot"))
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway["url"])
        asyncio.get_running_loop().create_task(self.obey())

    async def on_ready(self):
        tell(event="ready", user=str(self.user.id), application=str(self.application_id))
        for guild in self.guilds:
            await self.on_guild_join(guild)

    async def on_guild_join(self, guild):
        tell(
            event="guild",
            id=str(guild.id),
            name=guild.name,
            owner=str(guild.owner_id),
            channels=sorted(channel.name for channel in guild.channels if isinstance(channel, discord.TextChannel)),
            roles=len(guild.roles),
            members=guild.member_count,
            mayDelete=guild.me.guild_permissions.manage_messages,
        )

    async def on_message(self, message):
        tell(
            event="message",
            id=str(message.id),
            channel=str(message.channel.id),
            guild=str(message.guild.id) if message.guild else None,
            author=str(message.author.id),
            content=message.content,
            hasMember=isinstance(message.author, discord.Member),
        )

    async def on_raw_message_edit(self, payload):
        tell(event="edit", id=str(payload.message_id), content=payload.data.get("content"))

    async def on_raw_message_delete(self, payload):
        tell(event="delete", id=str(payload.message_id))

    async def on_raw_bulk_message_delete(self, payload):
        tell(event="bulk-delete", ids=[str(message) for message in payload.message_ids])

    async def on_member_update(self, before, after):
        tell(event="member", user=str(after.id), until=milliseconds(after.timed_out_until))

    async def on_error(self, event, *given, **named):
        tell(event="fault", text=f"{event}: {sys.exc_info()[1]!r}")

    async def obey(self):
        loop = asyncio.get_running_loop()
        lines = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        await self.wait_until_ready()
        while line := await lines.readline():
            asked = json.loads(line)
            number, verb = asked.pop("id"), asked.pop("verb")
            try:
                tell(event="done", id=number, **(await getattr(self, f"do_{verb}")(**asked) or {}))
            except Exception as fault:
                tell(event="done", id=number, fault=repr(fault))
            if verb == "close":
                return

    async def do_send(self, channel, content, button=None):
        view = {"view": Press(button)} if button else {}
        message = await self.get_channel(int(channel)).send(content, **view)
        return {"message": str(message.id)}

    async def do_edit(self, channel, message, content):
        await self.get_channel(int(channel)).get_partial_message(int(message)).edit(content=content)

    async def do_delete(self, channel, message, reason):
        await self.http.delete_message(int(channel), int(message), reason=reason)

    async def do_bulkDelete(self, channel, messages):
        await self.get_channel(int(channel)).delete_messages([discord.Object(int(message)) for message in messages])

    async def do_history(self, channel, limit):
        return {"messages": [{"id": str(message.id), "content": message.content} async for message in self.get_channel(int(channel)).history(limit=limit)]}

    async def do_timeout(self, guild, user, seconds):
        member = await self.get_guild(int(guild)).fetch_member(int(user))
        await member.timeout(None if seconds is None else datetime.timedelta(seconds=seconds), reason="interop")
        member = await self.get_guild(int(guild)).fetch_member(int(user))
        return {"until": milliseconds(member.timed_out_until)}

    async def do_register(self, guild):
        target = discord.Object(int(guild))
        self.tree.copy_global_to(guild=target)
        return {"commands": sorted(command.name for command in await self.tree.sync(guild=target))}

    async def do_close(self):
        await self.close()


@app_commands.command(description="Says it again.")
async def echo(interaction: discord.Interaction, text: str):
    await interaction.response.send_message(f"echo: {text}", ephemeral=True)
    await interaction.followup.send("and once more", ephemeral=True)
    tell(event="interaction", kind=interaction.type.value, user=str(interaction.user.id))


@echo.autocomplete("text")
async def suggest(interaction: discord.Interaction, current: str):
    tell(event="interaction", kind=interaction.type.value, user=str(interaction.user.id))
    return [app_commands.Choice(name=f"{current}!", value=f"{current}!")]


@app_commands.command(description="Answers late.")
async def slow(interaction: discord.Interaction):
    await interaction.response.defer()
    await interaction.edit_original_response(content="here it is")
    tell(event="interaction", kind=interaction.type.value, user=str(interaction.user.id))


async def main():
    discord.http.Route.BASE = REST_URL
    async with Bot() as bot:
        await bot.start(os.environ["INTEROP_TOKEN"])


asyncio.run(main())
