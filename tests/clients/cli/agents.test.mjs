// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Agents for the command line, as people install them, without an account: each is told about Fairlead in its own
// configuration, connects, and lists the projects when it is asked to. Their model is a pretended one. Entries with a
// right key for /mcp are written by Fairlead itself.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';

import { Home } from '../home.mjs';
import { Instance } from '../programs.mjs';
import { Record, versionOf } from '../record.mjs';
import { Relay } from '../relay.mjs';
import { Model } from './model.mjs';

const here = import.meta.dirname;
const platform = `linux-${process.arch}`;
const installed = (...parts) => path.join(here, 'node_modules', ...parts);
const TOOLS = ['jira_add_comment', 'jira_create_issue', 'jira_get_issue', 'jira_search', 'list_projects'];
const PROMPT = 'List my projects';
const WRONG = { Authorization: `Bearer mcp_${'0'.repeat(64)}` };

describe('agents for the command line', { timeout: 280_000 }, () => {
    const record = new Record();
    let instance;
    let model;
    let authorization;

    before(async () => {
        instance = await Instance.connected('Agents');
        authorization = { Authorization: `Bearer ${instance.key}` };
        model = await Model.start('list_projects');
    });

    after(async () => {
        model?.stop();
        await instance?.stop();
    });

    /** `client` (what the tables call it) with a relay and a home of its own; `use` does the rest. */
    const asks = async (client, use) => {
        const relay = await Relay.start(instance.url);
        await use(relay, new Home(instance.folder, client));
        relay.stop();
        record.add(client, relay);
        return relay;
    };

    /**
     * Adds Fairlead to the agent's configuration `file`, which says `content` so far, by `fairleadctl clients add`; what
     * that wrote is pointed at the relay. Fairlead writes into the home folder of its instance.
     */
    const addTo = async (agent, file, content, relay, home) => {
        const full = path.join(instance.folder, file);
        mkdirSync(path.dirname(full), { recursive: true });
        writeFileSync(full, content);
        const change = await instance.must(['clients', 'add', agent]);
        assert.deepEqual([change.file, change.state], [full, 'connected']);
        home.write(file, readFileSync(full, 'utf8').replaceAll(instance.url, relay.url));
    };

    /** The agent did what it was asked: the tool was called, and its model has read the answer. */
    const hasWorked = async (relay, said) => {
        assert.match(said, /The tool was called\./);
        const [call] = relay.with('tools/call');
        assert.equal(call?.status, 200, said);
        assert.equal(call.messages[0].params.name, 'list_projects');
        for (const project of (await instance.jira('/rest/api/3/project/search')).values) {
            assert.ok(model.requests.at(-1).includes(project.name), `the model was told of ${project.name}`);
        }
    };

    /** It asked for the tools and was answered. */
    const hasListed = (relay) =>
        assert.ok(relay.with('tools/list').some((exchange) => exchange.status < 300), 'tools/list came and was answered');

    /** A wrong key: refused and nothing more, so that no browser opens for a sign-in. Gives what the agent said. */
    const refused = async (client, use) => {
        const relay = await Relay.start(instance.url);
        const said = await use(relay, new Home(instance.folder, client));
        relay.stop();
        const statuses = relay.exchanges.map(({ method, url, status }) => `${method} ${url.pathname} ${status}`);
        assert.ok(statuses.length > 0 && statuses.every((line) => /^(POST|GET) \/mcp 401$/.test(line)), statuses.join());
        return said;
    };

    describe('Claude Code', () => {
        const program = installed(`@anthropic-ai/claude-code-${platform}`, 'claude');
        const label = `Claude Code ${versionOf(`@anthropic-ai/claude-code-${platform}`, here)}`;

        for (const [transport, over] of [['http', '/mcp'], ['sse', '/sse']]) {
            it(`is added by its own command and connects: ${transport}`, async () => {
                hasListed(await asks(label, async (relay, home) => {
                    await home.run(program, ['mcp', 'add', '--transport', transport, '--scope', 'user', 'fairlead',
                        relay.url + over, '--header', `Authorization: ${authorization.Authorization}`]);
                    assert.match(await home.run(program, ['mcp', 'list']), /fairlead: .*Connected/);
                    assert.match(await home.run(program, ['mcp', 'get', 'fairlead']), /Status: .*Connected/);
                }));
            });
        }

        const configure = (relay, home, headers) => home.write('.claude.json', {
            mcpServers: { fairlead: { type: 'http', url: `${relay.url}/mcp`, headers } },
        });

        it('shows what Fairlead says to a wrong key', async () => {
            const said = await refused(label, async (relay, home) => {
                configure(relay, home, WRONG);
                return home.run(program, ['mcp', 'list']);
            });
            assert.match(said, /fairlead: .*Failed to connect.*Make a key in Fairlead/);
        });

        it('lists the projects', async () => {
            await asks(label, async (relay, home) => {
                await addTo('claude-code', '.claude.json', '{"mcpServers": {}}', relay, home);
                const said = await home.run(program, ['-p', PROMPT, '--allowedTools', 'mcp__fairlead__list_projects'], {
                    env: {
                        ANTHROPIC_BASE_URL: model.url,
                        ANTHROPIC_API_KEY: 'none',
                        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
                        // With many tools its model is shown only a search for tools.
                        ENABLE_TOOL_SEARCH: 'false',
                    },
                });
                await hasWorked(relay, said);
            });
        });
    });

    describe('Codex', () => {
        const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
        const program = installed(`@openai/codex-${platform}`, 'vendor', `${machine}-unknown-linux-musl`, 'bin/codex');
        const label = `Codex ${versionOf(`@openai/codex-${platform}`, here).replace(/-linux.*/, '')}`;

        const configure = (relay, home) => addTo('codex', '.codex/config.toml', [
            'model = "pretended"',
            'model_provider = "pretended"',
            '[model_providers.pretended]',
            'name = "Pretended"',
            `base_url = "${model.url}/v1"`,
            'wire_api = "responses" # keep',
        ].join('\n'), relay, home);

        it('lists the tools', async () => {
            hasListed(await asks(label, async (relay, home) => {
                await configure(relay, home);
                assert.match(await home.run(program, ['mcp', 'list']), /fairlead .*enabled/);
                // `codex mcp list` only reads the configuration; what an editor asks of Codex connects.
                const clientInfo = { name: 'fairlead-client-tests', version: '1.0.0' };
                const lines = [
                    { id: 1, method: 'initialize', params: { clientInfo } },
                    { method: 'initialized' },
                    { id: 2, method: 'mcpServerStatus/list', params: {} },
                ];
                const said = await home.run(program, ['app-server'], { lines });
                for (const tool of TOOLS) {
                    assert.ok(said.includes(`"${tool}"`), `${tool} is in:\n${said}`);
                }
            }));
        });

        it('lists the projects', async () => {
            await asks(label, async (relay, home) => {
                await configure(relay, home);
                const options = ['--skip-git-repo-check', '--dangerously-bypass-approvals-and-sandbox'];
                await hasWorked(relay, await home.run(program, ['exec', ...options, PROMPT]));
            });
        });
    });

    describe('Gemini CLI', () => {
        const program = installed('@google/gemini-cli/bundle/gemini.js');
        const label = `Gemini CLI ${versionOf('@google/gemini-cli', here)}`;

        const settings = (server) => ({
            mcpServers: { fairlead: { ...server, trust: true } },
            privacy: { usageStatisticsEnabled: false },
            general: { enableAutoUpdate: false },
            security: { auth: { selectedType: 'gemini-api-key' } },
        });
        const trust = (home) => home.write('.gemini/trustedFolders.json', { [home.folder]: 'TRUST_FOLDER' });
        const configure = (home, server, headers = authorization) => {
            trust(home);
            home.write('.gemini/settings.json', settings({ ...server, headers }));
        };
        /** What the person has said of the entry before, that its tools are trusted, stays. */
        const add = (relay, home) => {
            trust(home);
            return addTo('gemini', '.gemini/settings.json', JSON.stringify(settings({}), null, 2), relay, home);
        };

        for (const [type, over] of [['http', '/mcp'], ['sse', '/sse']]) {
            it(`connects: ${type}`, async () => {
                await asks(label, async (relay, home) => {
                    configure(home, { type, url: relay.url + over });
                    assert.match(await home.run(process.execPath, [program, 'mcp', 'list']), /✓ fairlead: .* - Connected/);
                });
            });
        }

        it('takes a wrong key for a server that is not there', async () => {
            const said = await refused(label, async (relay, home) => {
                configure(home, { type: 'http', url: `${relay.url}/mcp` }, WRONG);
                return home.run(process.execPath, [program, 'mcp', 'list']);
            });
            assert.match(said, /✗ fairlead: .* - Disconnected/);
        });

        it('lists the projects', async () => {
            await asks(label, async (relay, home) => {
                await add(relay, home);
                const env = { GEMINI_API_KEY: 'none', GOOGLE_GEMINI_BASE_URL: model.url };
                await hasWorked(relay, await home.run(process.execPath, [program, '-m', 'pretended', '-p', PROMPT], { env }));
            });
        });
    });

    // Of this one, only the program for x64 could be locked.
    describe('opencode', { skip: process.arch !== 'x64' }, () => {
        const program = installed('opencode-linux-x64', 'bin/opencode');
        const label = () => `opencode ${versionOf('opencode-linux-x64', here)}`;

        const settings = (mcp) => ({
            autoupdate: false,
            share: 'disabled',
            model: 'pretended/pretended',
            provider: {
                pretended: {
                    npm: '@ai-sdk/openai-compatible',
                    options: { baseURL: `${model.url}/v1`, apiKey: 'none' },
                    models: { pretended: {} },
                },
            },
            ...mcp,
        });
        const FILE = '.config/opencode/opencode.json';
        const add = (relay, home) => addTo('opencode', FILE, JSON.stringify(settings({}), null, 2), relay, home);

        it('connects and lists the tools', async () => {
            hasListed(await asks(label(), async (relay, home) => {
                await add(relay, home);
                assert.match(await home.run(program, ['mcp', 'list']), /✓ fairlead .*connected/);
            }));
        });

        it('says that a wrong key is refused', async () => {
            const said = await refused(label(), async (relay, home) => {
                const fairlead = { type: 'remote', url: `${relay.url}/mcp`, enabled: true, oauth: false, headers: WRONG };
                home.write(FILE, settings({ mcp: { fairlead } }));
                return home.run(program, ['mcp', 'list']);
            });
            assert.match(said, /✗ fairlead .*failed.*401/s);
        });

        it('lists the projects', async () => {
            await asks(label(), async (relay, home) => {
                await add(relay, home);
                await hasWorked(relay, await home.run(program, ['run', PROMPT]));
            });
        });
    });

    it('speak the revisions that README.md records', () => record.check());
});
