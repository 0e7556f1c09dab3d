// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was asked for, taken from the services' own answers, and which of it a text does not have. A value
// that may be written in several ways is an array of them.

const day = (time) => time?.slice(0, 10);

/** Without what Markdown, JSON and different line breaks make of the same words. */
function bare(text) {
    return text
        .replace(/\\n/g, ' ')
        .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
        .replace(/[\\*_`"]/g, '')
        .replace(/\s+/g, ' ')
        .toLowerCase();
}

/** Every text of an Atlassian document. */
function textsOf(node) {
    if (!node) {
        return [];
    }
    const own = node.text ?? node.attrs?.text;
    return [...(own ? [own] : []), ...(node.content ?? []).flatMap(textsOf)];
}

/** The fields of one issue with its comments: one record. */
export function issueRecords(raw) {
    const { key, fields } = JSON.parse(raw);
    const wanted = {
        key: [key],
        summary: [fields.summary],
        status: [fields.status.name],
        type: [fields.issuetype.name],
        priority: [fields.priority.name],
        assignee: [fields.assignee?.displayName],
        reporter: [fields.reporter.displayName],
        parent: [fields.parent?.key],
        labels: fields.labels,
        created: [day(fields.created)],
        updated: [day(fields.updated)],
        description: textsOf(fields.description),
        comments: fields.comment.comments.flatMap((comment) =>
            [comment.author.displayName, day(comment.created), ...textsOf(comment.body)]),
        links: fields.issuelinks.map((link) => (link.outwardIssue ?? link.inwardIssue).key),
    };
    return [{ anchor: null, wanted }];
}

/** One record for each issue that was found. */
export function searchRecords(raw) {
    return JSON.parse(raw).issues.map(({ key, fields }) => ({
        anchor: key,
        wanted: {
            key: [key],
            summary: [fields.summary],
            status: [fields.status.name],
            assignee: [fields.assignee?.displayName],
            priority: [fields.priority.name],
            updated: [day(fields.updated)],
        },
    }));
}

/** One record for each block of a page. */
export function blockRecords(raw) {
    return JSON.parse(raw).results.map((block) => ({
        anchor: null,
        wanted: { [block.type]: block[block.type].rich_text.flatMap((span) => [span.plain_text.trim(), span.href]) },
    }));
}

const valueOf = {
    title: (value) => [value.map((span) => span.plain_text).join('')],
    status: (value) => [value?.name],
    select: (value) => [value?.name],
    people: (value) => value.map((person) => person.name),
    date: (value) => [value?.start],
    number: (value) => [value === null ? undefined : String(value)],
    multi_select: (value) => value.map((option) => option.name),
    url: (value) => [value],
    unique_id: (value) => [[`${value.prefix}-${value.number}`, `number:${value.number},prefix:${value.prefix}`]],
};

/** One record for each row of a database, with the id by which it is read. */
export function rowRecords(raw) {
    return JSON.parse(raw).results.map((row) => {
        const wanted = { id: [[row.id, row.id.replaceAll('-', '')]] };
        for (const [name, property] of Object.entries(row.properties)) {
            wanted[name] = valueOf[property.type](property[property.type]);
        }
        return { anchor: wanted.Jira[0] ?? wanted.Task[0], wanted };
    });
}

/** What of these records the text lacks: "WEB-4 priority: Highest". In a text of lines, a record has its own. */
export function lostFields(records, text) {
    const lines = text.split('\n').map(bare);
    const whole = bare(text);
    const isThere = (where, value) => [value].flat().some((form) => where.includes(bare(form)));
    const lost = [];
    for (const { anchor, wanted } of records) {
        const own = anchor && lines.find((line) => new RegExp(`${bare(anchor).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(line));
        for (const [name, values] of Object.entries(wanted)) {
            for (const value of values.filter(Boolean)) {
                if (!isThere(own ?? whole, value)) {
                    lost.push(`${anchor ?? ''} ${name}: ${[value].flat()[0]}`.trim());
                }
            }
        }
    }
    return lost;
}
