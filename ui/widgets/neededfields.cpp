// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/neededfields.h"

#include "ui/widgets/checklist.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using publishing::NeededField;

constexpr int maxLength = 2000;
constexpr int visibleRows = 4;

} // namespace

NeededFields::NeededFields(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    hide();
}

void NeededFields::setFields(const QList<NeededField> &fields)
{
    m_entries.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (const NeededField &field : fields) {
        QWidget *editor = editorFor(field);
        editor->setAccessibleName(field.name);
        //: %1 is the name of a field of an issue.
        m_form->addRow(tr("%1:").arg(QString(field.name).replace(u'&', u"&&"_s)), editor);
        m_entries.append({.id = field.id, .editor = editor});
    }
    setVisible(!fields.isEmpty());
    Q_EMIT edited();
}

QWidget *NeededFields::editorFor(const NeededField &field)
{
    if (field.kind == NeededField::Kind::OneOf) {
        auto *box = new QComboBox(this);
        // Nobody has chosen yet.
        box->addItem(QString());
        box->addItems(field.allowed);
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, &NeededFields::edited);
        return box;
    }
    if (field.kind == NeededField::Kind::SomeOf) {
        auto *list = new Checklist(field.name, this);
        for (const QString &name : field.allowed)
            list->add(name, name);
        list->fitTo(visibleRows);
        connect(list, &QListWidget::itemChanged, this, &NeededFields::edited);
        return list;
    }
    auto *edit = new QLineEdit(this);
    edit->setMaxLength(maxLength);
    if (field.kind == NeededField::Kind::Number)
        edit->setPlaceholderText(tr("A number"));
    else if (field.kind == NeededField::Kind::Date)
        edit->setPlaceholderText(u"2026-12-31"_s);
    connect(edit, &QLineEdit::textChanged, this, &NeededFields::edited);
    return edit;
}

QJsonValue NeededFields::valueIn(const QWidget *editor)
{
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->currentText();
    if (const auto *list = qobject_cast<const Checklist *>(editor))
        return QJsonArray::fromStringList(list->checkedNames());
    return qobject_cast<const QLineEdit *>(editor)->text().trimmed();
}

QJsonObject NeededFields::values() const
{
    QJsonObject values;
    for (const Entry &entry : m_entries)
        values.insert(entry.id, valueIn(entry.editor));
    return values;
}

bool NeededFields::isComplete() const
{
    return std::ranges::all_of(m_entries, [](const Entry &entry) {
        const QJsonValue value = valueIn(entry.editor);
        return value.isArray() ? !value.toArray().isEmpty() : !value.toString().isEmpty();
    });
}

} // namespace fairlead::ui
